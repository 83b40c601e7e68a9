package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.HardwareAddress;

/**
 * What a link is that is not Ethernet.
 *
 * @param type {@code ARPHRD_...}, such as 776 for a tunnel of IPv6 in IPv4
 * @param address its address, of any length
 */
public record Layer(int type, HardwareAddress address) {}
