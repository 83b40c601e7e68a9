/**
 * Links, addresses, routes and neighbours as messages ({@code linux/rtnetlink.h}, {@code linux/if_link.h}, {@code linux/if_addr.h},
 * {@code linux/neighbour.h}): decoded to the model, encoded from requests.
 */
@NullMarked
package io.podbridge.panama.rtnetlink;

import org.jspecify.annotations.NullMarked;
