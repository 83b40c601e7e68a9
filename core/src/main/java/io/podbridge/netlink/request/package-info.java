/**
 * What the kernel is asked to change, as data: each request says what it is about, can be compared and printed, and knows the
 * commands of {@code ip(8)} and its siblings that do the same. Carrying it out is a handler's work.
 *
 * @since 0.1.0
 */
@NullMarked
package io.podbridge.netlink.request;

import org.jspecify.annotations.NullMarked;
