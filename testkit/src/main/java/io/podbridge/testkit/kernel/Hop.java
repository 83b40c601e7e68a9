package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.NextHop;
import java.util.List;
import java.util.Optional;

/** One way out of a route as the kernel holds it ({@code struct fib_nh_common}). */
final class Hop {
    static final int DEAD = 1;
    static final int LINKDOWN = 16;

    final Optional<Device> device;
    final NextHop given;
    /** {@link #DEAD} and {@link #LINKDOWN}, which come and go. */
    int state;

    Hop(Optional<Device> device, NextHop given, int state) {
        this.device = device;
        this.given = given;
        this.state = state;
    }

    static Hop by(Device device) {
        return new Hop(Optional.of(device), NextHop.builder().linkIndex(device.index).build(), 0);
    }

    boolean leavesThrough(Device other) {
        return device.filter(own -> own == other).isPresent();
    }

    boolean has(int flag) {
        return (state & flag) != 0;
    }

    Optional<IpAddress> gateway() {
        return given.gateway();
    }

    NextHop report() {
        return given.toBuilder().flags(given.flags() | state).build();
    }

    /** As {@code rt6_duplicate_nexthop}, to which weight and flags make no difference. */
    boolean leadsTheSameWay(Hop other) {
        return given.linkIndex().equals(other.given.linkIndex()) && given.gateway().equals(other.given.gateway())
                && given.encap().equals(other.given.encap());
    }

    static boolean areSame(List<Hop> some, List<Hop> others) {
        return some.stream().map(hop -> hop.given).toList().equals(others.stream().map(hop -> hop.given).toList());
    }
}
