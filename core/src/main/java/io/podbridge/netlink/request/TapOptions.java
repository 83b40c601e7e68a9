package io.podbridge.netlink.request;

import java.util.OptionalInt;

/**
 * What a tap is made with ({@code linux/if_tun.h}). A tap is always persistent, carries a {@code virtio_net_hdr} before each frame as
 * libvirt and QEMU expect, and has no packet information header.
 *
 * @param owner the user that may attach; absent for everybody
 * @param group the group that may attach; absent for everybody. With both set, both must match
 * @param queues how many queues a process may attach, 1 to 256; more than one sets {@code IFF_MULTI_QUEUE}
 */
public record TapOptions(OptionalInt owner, OptionalInt group, int queues) {
    /** The most queues that the kernel gives a tap, {@code MAX_TAP_QUEUES}. */
    public static final int MAX_QUEUES = 256;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the queues are not 1 to 256 or an id is negative
     */
    public TapOptions {
        if (queues < 1 || queues > MAX_QUEUES) {
            throw new IllegalArgumentException("a tap has 1 to " + MAX_QUEUES + " queues, not " + queues);
        }
        if (owner.orElse(0) < 0 || group.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "a tap's owner and group are not negative: " + Math.min(owner.orElse(0), group.orElse(0)));
        }
    }

    /**
     * A tap of one queue for one user and group.
     *
     * @param owner the user's id
     * @param group the group's id
     * @return the options
     */
    public static TapOptions ownedBy(int owner, int group) {
        return new TapOptions(OptionalInt.of(owner), OptionalInt.of(group), 1);
    }
}
