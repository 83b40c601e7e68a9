/**
 * The program {@code podbridge}.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.cli;

import org.jspecify.annotations.NullMarked;
