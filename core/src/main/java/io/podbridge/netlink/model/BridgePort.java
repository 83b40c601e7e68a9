package io.podbridge.netlink.model;

/**
 * What a link is as a port of a bridge ({@code IFLA_INFO_SLAVE_DATA}, {@code bridge -d link}).
 *
 * @param state the spanning tree's state: 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking
 * @param learning whether the bridge learns MAC addresses from what comes in here
 */
public record BridgePort(int state, boolean learning) {}
