package io.podbridge.benchmarks.worker;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.netlink.request.VethPeer;
import io.podbridge.testkit.netns.TestNamespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A namespace with an {@code eth0} like that of the pods that will be measured, its other end beside it; made quickly, for one bind. */
public final class ThrowawayPod implements AutoCloseable {
    private static final String NIC = "eth0";
    private static final String PEER = "peer0";
    private static final int MTU = 1450;

    private final TestNamespace namespace;

    private ThrowawayPod(TestNamespace namespace) {
        this.namespace = namespace;
    }

    /** {@return a new pod, which the caller closes} */
    public static ThrowawayPod make() {
        ThrowawayPod pod = new ThrowawayPod(TestNamespace.create("bench"));
        try (NetlinkHandler handler = NetlinkHandlers.open(pod.namespace())) {
            pod.furnish(handler);
            return pod;
        } catch (RuntimeException e) {
            try (pod) {
                throw e;
            }
        }
    }

    /** {@return its namespace} */
    public NetworkNamespace namespace() {
        return namespace.namespace();
    }

    private void furnish(NetlinkHandler handler) {
        done(handler, LinkAdd.veth(NIC, new VethPeer(PEER, OptionalInt.empty(), Optional.empty())).mtu(MTU).build());
        LinkId nic = handler.linkByName(NIC).map(Link::id).orElseThrow();
        LinkId peer = handler.linkByName(PEER).map(Link::id).orElseThrow();
        LinkId loopback = handler.linkByName("lo").map(Link::id).orElseThrow();
        NextHop gateway = NextHop.builder().linkIndex(nic.index()).gateway(IpAddress.parse("10.244.1.1")).build();
        done(handler, LinkSet.of(loopback, new LinkChange.Up()), LinkSet.of(peer, new LinkChange.Up()),
                LinkSet.of(nic, new LinkChange.Up()),
                new AddressAdd(nic, InterfaceAddress.builder(nic.index(), IpPrefix.parse("10.244.1.7/24")).build()),
                new RouteReplace(Route.builder(IpPrefix.all(IpFamily.IPV4)).nextHops(List.of(gateway)).build(), Map.of()));
    }

    private static void done(NetlinkHandler handler, NetlinkRequest... requests) {
        handler.execute(List.of(requests)).forEach(outcome -> outcome.failure().ifPresent(failure -> {
            throw failure;
        }));
    }

    /** The kernel tidies up behind this, for a while. */
    @Override
    public void close() {
        namespace.close();
    }
}
