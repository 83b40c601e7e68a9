/**
 * The service provider interface: one open conversation with the kernel about one network namespace
 * ({@link io.podbridge.netlink.NetlinkHandler}), how backends offer it, how one is chosen, and how it fails.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.netlink;

import org.jspecify.annotations.NullMarked;
