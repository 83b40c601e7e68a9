package io.podbridge.testkit.contract;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests go to one handler and reads to another, of the same namespace. */
final class WriterAndReader implements NetlinkHandler {
    private final NetlinkHandler writer;
    private final NetlinkHandler reader;

    WriterAndReader(NetlinkHandler writer, NetlinkHandler reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public NetworkNamespace namespace() {
        return writer.namespace();
    }

    @Override
    public OptionalLong namespaceCookie() {
        return reader.namespaceCookie();
    }

    /** All features but the cookie are about what can be written. */
    @Override
    public boolean supports(Feature feature) {
        return (feature == Feature.NAMESPACE_COOKIE ? reader : writer).supports(feature);
    }

    @Override
    public List<Link> linkList() {
        return reader.linkList();
    }

    @Override
    public Optional<Link> linkByName(String name) {
        return reader.linkByName(name);
    }

    @Override
    public Optional<Link> linkByIndex(int index) {
        return reader.linkByIndex(index);
    }

    @Override
    public List<InterfaceAddress> addrList() {
        return reader.addrList();
    }

    @Override
    public List<Route> routeList() {
        return reader.routeList();
    }

    @Override
    public List<Neighbour> neighList() {
        return reader.neighList();
    }

    @Override
    public List<NextHopObject> nextHopList() {
        return reader.nextHopList();
    }

    @Override
    public List<String> unsaid(NetlinkRequest request) {
        return writer.unsaid(request);
    }

    @Override
    public Optional<String> sysctl(Sysctl key) {
        return reader.sysctl(key);
    }

    @Override
    public List<RequestOutcome> execute(List<NetlinkRequest> requests) {
        return writer.execute(requests);
    }

    @Override
    public void close() {
        try (reader) {
            writer.close();
        }
    }
}
