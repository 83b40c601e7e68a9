/** What a binding does, told as it happens to whoever listens. */
@NullMarked
package io.podbridge.event;

import org.jspecify.annotations.NullMarked;
