/** Tells what a verb does, as it does it: to a listener, to the flight recorder and to the log. */
@NullMarked
package io.podbridge.internal.watch;

import org.jspecify.annotations.NullMarked;
