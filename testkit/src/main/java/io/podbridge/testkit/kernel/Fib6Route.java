package io.podbridge.testkit.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.podbridge.netlink.model.Route;

/** An IPv6 route as the kernel holds it ({@code struct fib6_info}); its further ways stand with it. */
final class Fib6Route {
    /** What it was given, without next hops and expiry. */
    Route given;
    /** The first is its own, the others are its siblings'. */
    final List<Hop> hops;
    Optional<Instant> expiry;

    Fib6Route(Route given, List<Hop> hops, Optional<Instant> expiry) {
        this.given = given;
        this.hops = hops;
        this.expiry = expiry;
    }

    long metric() {
        return given.metric().orElse(0);
    }

    /** As {@code rt6_qualify_for_ecmp}: only a route by a gateway has siblings. */
    boolean takesSiblings() {
        return !hops.isEmpty() && hops.get(0).gateway().isPresent();
    }

    boolean isAt(Route place) {
        return given.destination().equals(place.destination()) && given.sourcePrefix().equals(place.sourcePrefix());
    }

    boolean leavesThrough(Device device) {
        return hops.stream().anyMatch(hop -> hop.leavesThrough(device));
    }

    Route report(KernelTime time) {
        Route.Builder report = given.toBuilder().nextHops(hops.stream().map(Hop::report).toList());
        expiry.ifPresent(end -> report.expiresSeconds(Math.max(0, -time.secondsSince(end))));
        return report.build();
    }

    @Override
    public String toString() {
        return given + " " + hops.size();
    }
}
