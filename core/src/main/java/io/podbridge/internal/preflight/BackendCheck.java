package io.podbridge.internal.preflight;

import io.podbridge.binding.PodInterface;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the backend has the words to give back all that is taken: otherwise release would fail. */
final class BackendCheck implements Check {
    private static final Set<RouteProtocol> KERNELS_OWN = Set.of(RouteProtocol.KERNEL, RouteProtocol.RA, RouteProtocol.REDIRECT);

    private final Candidate candidate;

    BackendCheck(Candidate candidate) {
        this.candidate = candidate;
    }

    @Override
    public List<Refusal> refusals() {
        PodInterface pod = candidate.pod();
        LinkId nic = candidate.nic().id();
        Map<Integer, String> names = candidate.observed().links().stream().collect(Collectors.toMap(Link::index, Link::name));
        Stream<Refusal> routes = pod.routes().stream().filter(route -> !KERNELS_OWN.contains(route.protocol()))
                .flatMap(route -> refusal(Code.ROUTE_NOT_RESTORABLE, new RouteAppend(route, names)));
        Stream<Refusal> neighbours = pod.neighbours().stream()
                .flatMap(neighbour -> refusal(Code.NOT_RESTORABLE, new NeighbourReplace(nic, neighbour)));
        Stream<Refusal> addresses = pod.addresses().stream()
                .flatMap(address -> refusal(Code.NOT_RESTORABLE, new AddressReplace(nic, address.withoutProtocol())));
        return Stream.of(routes, neighbours, addresses).flatMap(each -> each).toList();
    }

    private Stream<Refusal> refusal(Code code, NetlinkRequest request) {
        List<String> unsaid = candidate.handler().unsaid(request);
        return unsaid.isEmpty()
                ? Stream.of()
                : Stream.of(new Refusal(code, "this backend could not " + request.operation() + " " + request.target()
                        + " when it gives the pod back: it has no words for " + String.join(", nor for ", unsaid)
                        + "; choose another backend"));
    }
}
