package io.podbridge.testkit.assertions;

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
import io.podbridge.netlink.state.NamespaceState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A pod that is given, for assertions that only read. */
record ReadOnlyHandler(NamespaceState state) implements NetlinkHandler {

    @Override
    public NetworkNamespace namespace() {
        return NetworkNamespace.current();
    }

    @Override
    public OptionalLong namespaceCookie() {
        return OptionalLong.empty();
    }

    @Override
    public boolean supports(Feature feature) {
        return false;
    }

    @Override
    public List<Link> linkList() {
        return state.links();
    }

    @Override
    public Optional<Link> linkByName(String name) {
        return state.link(name);
    }

    @Override
    public Optional<Link> linkByIndex(int index) {
        return state.links().stream().filter(link -> link.index() == index).findFirst();
    }

    @Override
    public List<InterfaceAddress> addrList() {
        return state.addresses();
    }

    @Override
    public List<Route> routeList() {
        return state.routes();
    }

    @Override
    public List<Neighbour> neighList() {
        return state.neighbours();
    }

    @Override
    public Optional<String> sysctl(Sysctl key) {
        return Optional.empty();
    }

    @Override
    public List<RequestOutcome> execute(List<NetlinkRequest> requests) {
        throw new UnsupportedOperationException("this pod can only be read");
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}
