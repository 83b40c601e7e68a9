package io.podbridge.tests.differential;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The state that a request is made up for, and the dice. Choices are mostly sensible, and wrong in a small share.
 *
 * @param sight the namespace as it is
 * @param dice the chance
 * @param isCurrent false if other requests will have been carried out by then
 */
record Scene(Sight sight, Dice dice, boolean isCurrent) {

    static final int LOOPBACK = 1;

    Scene(Sight sight, Dice dice) {
        this(sight, dice, true);
    }

    /** The same for a request that follows another one in the same step. */
    Scene later() {
        return new Scene(sight, dice, false);
    }

    /** A link that is there, mostly. */
    LinkId link() {
        return link(link -> true);
    }

    LinkId bridge() {
        return link(link -> link.isKind(LinkKind.BRIDGE));
    }

    LinkId port() {
        return link(link -> link.master().isPresent());
    }

    LinkId linkThatIsUp() {
        return link(link -> link.isUp() && isOrdinary(link));
    }

    /** A link on which a gateway can be reached, if there is one. */
    LinkId linkTowards(IpAddress gateway) {
        return link(link -> link.isUp() && sight.addresses().stream()
                .anyMatch(address -> address.linkIndex() == link.index() && address.prefix().contains(gateway)));
    }

    /** A link for addresses and routes: the kernel routes through the loopback in ways of its own, which no pod needs. */
    LinkId networkLink() {
        LinkId found = link();
        return found.index() == LOOPBACK ? Scenery.GONE : found;
    }

    private LinkId link(Predicate<Link> wanted) {
        if (dice.chance(3)) {
            return Scenery.GONE;
        }
        List<Link> fitting = sight.links().stream().filter(link -> isOrdinary(link) && wanted.test(link)).toList();
        LinkId found = dice.oneOf(fitting.isEmpty() || dice.chance(8) ? sight.links() : fitting).id();
        return dice.chance(1) ? found.named(dice.oneOf(Scenery.NAMES)) : found;
    }

    private static boolean isOrdinary(Link link) {
        return !link.name().equals("lo");
    }

    /** A name that nobody has, mostly. */
    String name() {
        List<String> free = Scenery.NAMES.stream().filter(name -> !isTaken(name)).toList();
        return dice.oneOf(free.isEmpty() || dice.chance(10) ? Scenery.NAMES : free);
    }

    /** An alternative name of some link, if there is one. */
    String altName() {
        List<String> taken = sight.links().stream().flatMap(link -> link.altNames().stream()).toList();
        return dice.oneOf(taken.isEmpty() || dice.chance(30) ? Scenery.ALT_NAMES : taken);
    }

    /** Surely has one, and not one that comes and goes with its ports. */
    boolean hasCarrier(LinkId id) {
        return isCurrent && sight.links().stream()
                .anyMatch(link -> link.index() == id.index() && link.hasCarrier() && !link.isKind(LinkKind.BRIDGE));
    }

    private boolean isTaken(String name) {
        return sight.links().stream().anyMatch(link -> link.name().equals(name) || link.altNames().contains(name));
    }

    int index() {
        List<Integer> free = Scenery.INDICES.stream().filter(index -> !names().containsKey(index)).toList();
        return dice.oneOf(free.isEmpty() || dice.chance(5) ? Scenery.INDICES : free);
    }

    MacAddress mac() {
        return dice.oneOf(dice.chance(4) ? Scenery.BAD_MACS : Scenery.MACS);
    }

    int mtu() {
        return dice.oneOf(dice.chance(15) ? Scenery.EDGE_MTUS : Scenery.MTUS);
    }

    IpFamily family() {
        return dice.oneOf(IpFamily.IPV4, IpFamily.IPV6);
    }

    /** A gateway that can be reached, mostly, if there is any. */
    IpAddress gateway(IpFamily family) {
        boolean odd = dice.chance(10);
        List<IpAddress> reached = (family == IpFamily.IPV4 ? Scenery.GATEWAYS : Scenery.GATEWAYS_6).stream()
                .filter(this::isReached).toList();
        if (!odd && !reached.isEmpty() && dice.chance(75)) {
            return dice.oneOf(reached);
        }
        if (family == IpFamily.IPV4) {
            return dice.oneOf(odd ? Scenery.ODD_GATEWAYS : Scenery.GATEWAYS);
        }
        return dice.oneOf(odd ? Scenery.ODD_GATEWAYS_6 : Scenery.GATEWAYS_6);
    }

    private boolean isReached(IpAddress gateway) {
        return sight.addresses().stream().anyMatch(address -> address.prefix().contains(gateway));
    }

    /** The names of all links by index, for the lines of routes. */
    Map<Integer, String> names() {
        return sight.links().stream().collect(Collectors.toMap(Link::index, Link::name));
    }
}
