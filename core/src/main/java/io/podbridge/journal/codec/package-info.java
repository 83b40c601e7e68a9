/** How the values that a journal keeps stand in JSON: one class for each that has parts. */
@NullMarked
package io.podbridge.journal.codec;

import org.jspecify.annotations.NullMarked;
