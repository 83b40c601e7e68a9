package io.podbridge.internal.preflight;

import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Whether all routes could be given back. */
final class RoutesCheck implements Check {
    private final Candidate candidate;
    private final OptionalInt nic;

    RoutesCheck(Candidate candidate) {
        this.candidate = candidate;
        this.nic = OptionalInt.of(candidate.nic().index());
    }

    @Override
    public List<Refusal> refusals() {
        Stream<Optional<String>> objects = candidate.handler().nextHopList().stream().map(this::nextHopObject);
        Stream<Optional<String>> routes = candidate.pod().routes().stream()
                .flatMap(route -> Stream.of(nextHopObject(route), unreachable(route), fromTemporary(route)));
        return Stream.concat(objects, routes).flatMap(Optional::stream).map(why -> new Refusal(Code.ROUTE_NOT_RESTORABLE, why))
                .toList();
    }

    /**
     * The kernel deletes the next-hop objects of a link that goes down, and the routes that use them. That of another link stays, but a
     * route from one of the pod's addresses must be made again if it is lost, and that is done without objects.
     */
    private Optional<String> nextHopObject(Route route) {
        boolean stays = !route.leavesThrough(candidate.nic().index()) && route.preferredSource().isEmpty();
        return route.nextHopId().isEmpty() || stays
                ? Optional.empty()
                : Optional.of("the route " + route + " uses the next-hop object " + route.nextHopId().getAsLong()
                        + (route.leavesThrough(candidate.nic().index())
                                ? ", which goes with the NIC and would not come back"
                                : "")
                        + "; replace it by a plain route, as podbridge makes no other");
    }

    private Optional<String> nextHopObject(NextHopObject object) {
        return object.linkIndex().equals(nic)
                ? Optional.of("the next-hop object " + object.id() + " leaves through " + candidate.name()
                        + ", goes with it and would not come back; delete it: ip nexthop del id " + object.id())
                : Optional.empty();
    }

    /** The kernel asks for a way to the gateway when a route is made, and keeps the route when that way goes. */
    private Optional<String> unreachable(Route route) {
        return route.nextHops().stream().filter(hop -> hop.linkIndex().equals(nic) && !hop.isOnLink()).map(NextHop::gateway)
                .flatMap(Optional::stream).filter(gateway -> !isReachable(gateway)).findFirst()
                .map(gateway -> "the route " + route + " goes by " + gateway + ", to which no other route of " + candidate.name()
                        + " leads any more, so that it would not come back; give it the flag onlink, or make a route to "
                        + gateway);
    }

    /** The kernel makes temporary addresses by chance, and takes no route whose source nobody has. */
    private Optional<String> fromTemporary(Route route) {
        return route.preferredSource().filter(source -> candidate.pod().addresses().stream()
                .anyMatch(address -> address.isTemporary() && address.address().equals(source)))
                .map(source -> "the route " + route + " has the temporary address " + source
                        + " as source, which would not come back; give it another");
    }

    private boolean isReachable(IpAddress gateway) {
        return (gateway.family() == IpFamily.IPV6 && gateway.isLinkLocal())
                || candidate.pod().routes().stream().anyMatch(route -> isDirect(route) && route.destination().contains(gateway));
    }

    private boolean isDirect(Route route) {
        return route.type().equals(RouteType.UNICAST)
                && route.nextHops().stream().anyMatch(hop -> hop.linkIndex().equals(nic) && hop.gateway().isEmpty());
    }
}
