package io.podbridge.testkit;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.netlink.state.NamespaceState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pod as a CNI plugin leaves it, in a {@link FakeKernel}: what {@link TestPod} is on a real one. What it takes to make one is not among
 * the kernel's {@linkplain FakeKernel#requests() requests}, and no {@link Faults} strike it.
 *
 * @param kernel the kernel that it is in
 * @param namespace the pod's namespace
 * @param node the namespace at the other end of its veth, {@code veth-pod}
 * @param shape what it looked like when it was made
 */
public record FakePod(FakeKernel kernel, NetworkNamespace namespace, NetworkNamespace node, PodShape shape) {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String NODE_END = "veth-pod";

    /**
     * Makes a pod of the {@linkplain PodShape#standard() standard shape}.
     *
     * @param kernel the kernel that it is made in
     * @return the pod
     */
    public static FakePod create(FakeKernel kernel) {
        return create(kernel, PodShape.standard());
    }

    /**
     * Makes a pod.
     *
     * @param kernel the kernel that it is made in
     * @param shape what it looks like
     * @return the pod
     */
    public static FakePod create(FakeKernel kernel, PodShape shape) {
        int number = COUNT.incrementAndGet();
        FakePod pod = new FakePod(kernel, kernel.namespace("pod-" + number), kernel.namespace("node-" + number), shape);
        kernel.vethPair(pod.namespace, shape.nic(), pod.node, NODE_END);
        FakeKernel aside = kernel.aside();
        try (NetlinkHandler inNode = aside.open(pod.node); NetlinkHandler inPod = aside.open(pod.namespace)) {
            pod.furnish(inNode, NODE_END, shape.gateways());
            inPod.linkSetHardwareAddr(id(inPod, shape.nic()), shape.mac());
            pod.furnish(inPod, shape.nic(), shape.addresses());
            LinkId nic = id(inPod, shape.nic());
            shape.gateways().forEach(gateway -> inPod.execute(defaultRoute(nic, gateway)));
        }
        return pod;
    }

    private void furnish(NetlinkHandler handler, String name, List<IpPrefix> addresses) {
        handler.linkSetUp(id(handler, "lo"));
        LinkId link = id(handler, name);
        handler.execute(LinkSet.of(link, new LinkChange.Mtu(shape.mtu()), new LinkChange.Up()));
        for (IpPrefix prefix : addresses) {
            int flags = prefix.family() == IpFamily.IPV6 ? AddressFlags.NODAD : 0;
            handler.addrAdd(link, InterfaceAddress.builder(link.index(), prefix).flags(new AddressFlags(flags)).build());
        }
    }

    private static RouteReplace defaultRoute(LinkId nic, IpPrefix gateway) {
        NextHop hop = NextHop.builder().linkIndex(nic.index()).gateway(gateway.address()).build();
        return new RouteReplace(Route.builder(IpPrefix.all(gateway.family())).nextHops(List.of(hop)).build(),
                Map.of(nic.index(), nic.name()));
    }

    private static LinkId id(NetlinkHandler handler, String name) {
        return handler.linkByName(name).map(Link::id).orElseThrow();
    }

    /**
     * Opens a handler in the pod.
     *
     * @return an open handler, which the caller closes
     */
    public FakeNetlinkHandler open() {
        return kernel.open(namespace);
    }

    /**
     * Looks at the pod. It is the test that looks, so no {@link Faults} count or strike this, and it works while the process is dead.
     *
     * @return the pod's network as it is now
     */
    public NamespaceState snapshot() {
        try (FakeNetlinkHandler handler = kernel.aside().open(namespace)) {
            return NamespaceState.read(handler);
        }
    }
}
