/**
 * A namespace as it is at one moment, read through a handler: {@link io.podbridge.netlink.state.NamespaceState} shows it in the style of
 * {@code ip(8)} and says what a later one has lost and gained.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.netlink.state;

import org.jspecify.annotations.NullMarked;
