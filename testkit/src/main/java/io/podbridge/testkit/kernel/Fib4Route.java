package io.podbridge.testkit.kernel;

import java.util.List;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Route;

/** An IPv4 route as the kernel holds it ({@code struct fib_alias} with its {@code struct fib_info}). */
final class Fib4Route {
    /** What it was given, without the next hops. */
    final Route given;
    final List<Hop> hops;
    /** Set before the next flush takes it away. */
    boolean dead;

    Fib4Route(Route given, List<Hop> hops) {
        this.given = given.toBuilder().nextHops(List.of()).build();
        this.hops = hops;
    }

    long priority() {
        return given.metric().orElse(0);
    }

    /** Whether both stand at the same place of one table. */
    boolean isBeside(Fib4Route other) {
        return given.table() == other.given.table() && given.destination().equals(other.given.destination())
                && given.tos() == other.given.tos() && priority() == other.priority();
    }

    boolean isSame(Fib4Route other) {
        return given.equals(other.given) && Hop.areSame(hops, other.hops);
    }

    boolean leavesThrough(Device device) {
        return hops.stream().anyMatch(hop -> hop.leavesThrough(device));
    }

    boolean hasSource(IpAddress address) {
        return given.preferredSource().filter(address::equals).isPresent();
    }

    Route report() {
        return given.toBuilder().nextHops(hops.stream().map(Hop::report).toList()).build();
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
