package io.podbridge.netlink.model;

import java.util.OptionalInt;

/**
 * A next-hop object, as {@code ip nexthop} shows it: routes may go by its number.
 *
 * @param id its number, 32 bits without a sign
 * @param linkIndex the index of the link that it leaves through; absent for a group, and for a blackhole
 */
public record NextHopObject(long id, OptionalInt linkIndex) {}
