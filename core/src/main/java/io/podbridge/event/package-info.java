/**
 * What a binding does, told as it happens to whoever listens.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.event;

import org.jspecify.annotations.NullMarked;
