package io.podbridge.testkit.kernel;

/** The {@code IFF_*} flags of {@code linux/if.h} that {@link io.podbridge.netlink.model.LinkFlags} has no constant for. */
final class Iff {
    static final int BROADCAST = 1 << 1;
    static final int RUNNING = 1 << 6;
    static final int MULTICAST = 1 << 12;

    private Iff() {}
}
