/** The bytes of netlink: header, attributes, alignment, acknowledgements ({@code linux/netlink.h}). On plain buffers, so it needs no kernel. */
@NullMarked
package io.podbridge.panama.wire;

import org.jspecify.annotations.NullMarked;
