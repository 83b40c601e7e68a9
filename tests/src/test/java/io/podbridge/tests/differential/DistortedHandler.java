package io.podbridge.tests.differential;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A handler that does something else than it was asked for, or nothing, and says that all is well. */
final class DistortedHandler implements NetlinkHandler {
    private final NetlinkHandler honest;
    private final Function<NetlinkRequest, Optional<NetlinkRequest>> distortion;

    /** What the distortion makes of a request is carried out; where it makes nothing of it, nothing is. */
    DistortedHandler(NetlinkHandler honest, Function<NetlinkRequest, Optional<NetlinkRequest>> distortion) {
        this.honest = honest;
        this.distortion = distortion;
    }

    @Override
    public List<RequestOutcome> execute(List<NetlinkRequest> requests) {
        List<RequestOutcome> outcomes = new ArrayList<>();
        boolean failed = false;
        for (NetlinkRequest request : requests) {
            RequestOutcome outcome = failed ? RequestOutcome.notSent(request) : distorted(request);
            failed |= !outcome.isDone();
            outcomes.add(outcome);
        }
        return outcomes;
    }

    private RequestOutcome distorted(NetlinkRequest request) {
        return distortion.apply(request).map(other -> honest.execute(List.of(other)).get(0)).orElse(RequestOutcome.done(request));
    }

    @Override
    public NetworkNamespace namespace() {
        return honest.namespace();
    }

    @Override
    public OptionalLong namespaceCookie() {
        return honest.namespaceCookie();
    }

    @Override
    public boolean supports(Feature feature) {
        return honest.supports(feature);
    }

    @Override
    public List<Link> linkList() {
        return honest.linkList();
    }

    @Override
    public Optional<Link> linkByName(String name) {
        return honest.linkByName(name);
    }

    @Override
    public Optional<Link> linkByIndex(int index) {
        return honest.linkByIndex(index);
    }

    @Override
    public List<InterfaceAddress> addrList() {
        return honest.addrList();
    }

    @Override
    public List<Route> routeList() {
        return honest.routeList();
    }

    @Override
    public List<Neighbour> neighList() {
        return honest.neighList();
    }

    @Override
    public Optional<String> sysctl(Sysctl key) {
        return honest.sysctl(key);
    }

    @Override
    public void close() {
        honest.close();
    }
}
