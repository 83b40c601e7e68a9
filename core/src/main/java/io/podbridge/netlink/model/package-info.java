/**
 * What the kernel says about a network namespace, as immutable values: links, addresses, routes, neighbours. Nothing in here
 * talks to a kernel. What a value does not know, it keeps: an unknown link kind, flag, scope or attribute is data, not failure.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.netlink.model;

import org.jspecify.annotations.NullMarked;
