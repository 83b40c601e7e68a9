package io.podbridge.netlink.model;

import java.util.OptionalLong;

/**
 * What a link of kind {@code tun} is ({@code IFLA_TUN_*}, {@code ip tuntap}).
 *
 * @param tap true for a tap (Ethernet frames), false for a tun (IP packets)
 * @param owner the user that may attach; absent for everybody
 * @param group the group that may attach; absent for everybody
 * @param multiQueue whether it was made for more than one queue
 * @param vnetHeader whether each frame carries a {@code virtio_net_hdr}
 * @param persistent whether it outlives the last process that is attached
 */
public record TunDevice(boolean tap, OptionalLong owner, OptionalLong group, boolean multiQueue, boolean vnetHeader,
        boolean persistent) {}
