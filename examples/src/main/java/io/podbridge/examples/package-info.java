/** An agent that embeds podbridge: small enough to read at once, and whole enough to begin one's own with. */
@NullMarked
package io.podbridge.examples;

import org.jspecify.annotations.NullMarked;
