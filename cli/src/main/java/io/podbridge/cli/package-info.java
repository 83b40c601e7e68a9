/** The program {@code podbridge}. */
@NullMarked
package io.podbridge.cli;

import org.jspecify.annotations.NullMarked;
