package io.podbridge.tests.crash;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.PodShape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The shapes of bindings that differ in what is done to the kernel. */
@SuppressWarnings("ImmutableEnumChecker") // the values are immutable, and the functions have no state
enum PodCase {
    /** One IPv4 address and its gateway. */
    IPV4(ipv4(), plain(), Set.of(), (handler, nic) -> {}),
    /** An address of either family. */
    DUAL_STACK(PodShape.standard(), plain(), Set.of(), (handler, nic) -> {}),
    /** A NIC that some IPAM leaves to the guest. */
    NO_ADDRESS(PodShape.standard().withoutAddresses(), plain(), Set.of(), (handler, nic) -> {}),
    /** What is lost in any other order: labels, secondary addresses, routes that need others, permanent neighbours. */
    SEVERAL_ADDRESSES(PodShape.standard(), plain(), Set.of(), PodCase::furnish),
    /** A tap of several queues. */
    QUEUES(PodShape.standard(), BridgeBinding.of("eth0").withTapQueues(4).withTapOwner(107, 107), Set.of(), (handler, nic) -> {}),
    /** A kernel without the driver of dummies. */
    BRIDGE_AS_PLACEHOLDER(PodShape.standard(), plain(), Set.of(Feature.DUMMY), (handler, nic) -> {}),
    /** A placeholder of kind veth has two ends. */
    VETH_AS_PLACEHOLDER(PodShape.standard(), plain().withPlaceholder(PlaceholderKind.VETH), Set.of(), (handler, nic) -> {}),
    /** A backend that cannot choose the index of a tap makes it under another name first. */
    TAP_WITHOUT_CHOSEN_INDEX(PodShape.standard(), plain(), Set.of(Feature.TAP_INDEX), (handler, nic) -> {}),
    /** A backend that cannot read the namespace's cookie, or a kernel that has none. */
    WITHOUT_COOKIE(PodShape.standard(), plain(), Set.of(Feature.NAMESPACE_COOKIE), (handler, nic) -> {}),
    /** A setting of the whole namespace is changed too. */
    NETFILTER_OFF(PodShape.standard(), plain().withBridgeNetfilterOff(true), Set.of(), (handler, nic) -> {}),
    /** A NIC that is found down. */
    NIC_DOWN(PodShape.standard(), plain(), Set.of(), (handler, nic) -> handler.linkSetDown(nic));

    private final PodShape shape;
    private final BridgeBinding binding;
    private final Set<Feature> lacking;
    private final BiConsumer<NetlinkHandler, LinkId> furnishing;

    PodCase(PodShape shape, BridgeBinding binding, Set<Feature> lacking, BiConsumer<NetlinkHandler, LinkId> furnishing) {
        this.shape = shape;
        this.binding = binding;
        this.lacking = lacking;
        this.furnishing = furnishing;
    }

    BridgeBinding binding() {
        return binding;
    }

    /** A new pod in a machine of its own, so that all runs are alike. */
    FakePod make() {
        FakePod pod = FakePod.create(FakeKernel.lacking(lacking), shape);
        try (NetlinkHandler handler = pod.open()) {
            furnishing.accept(handler, handler.linkByName(shape.nic()).orElseThrow().id());
        }
        return pod;
    }

    private static BridgeBinding plain() {
        return BridgeBinding.of("eth0").withTapOwner(107, 107);
    }

    private static PodShape ipv4() {
        return PodShape.standard().withAddresses(IpPrefix.parse("10.244.1.7/24")).withGateways(IpPrefix.parse("10.244.1.1/24"));
    }

    private static void furnish(NetlinkHandler handler, LinkId nic) {
        for (String address : List.of("10.244.1.8/24", "10.66.0.5/16", "fd00:66::5/64")) {
            handler.addrAdd(nic, address(nic, address));
        }
        handler.execute(LinkSet.of(nic, new LinkChange.AddAltName("the-pods-own-interface"), new LinkChange.Alias("uplink")));
        route(handler, nic, Route.builder(IpPrefix.parse("169.254.1.1/32")).scope(Scope.LINK), NextHop.builder());
        route(handler, nic, Route.builder(IpPrefix.parse("10.96.0.0/12")).table(100).metric(5), via("169.254.1.1"));
        // Its source is detected, and no route can have it while that goes on.
        route(handler, nic,
                Route.builder(IpPrefix.parse("fd00:7::/64")).metric(77).preferredSource(IpAddress.parse("fd00:10:244:1::7")),
                via("fd00:10:244:1::1"));
        handler.execute(new NeighbourReplace(nic, Neighbour.builder(nic.index(), IpAddress.parse("169.254.1.1"))
                .state(Neighbour.PERMANENT).hardwareAddress(HardwareAddress.parse("02:11:22:33:44:55")).build()));
    }

    private static InterfaceAddress address(LinkId nic, String text) {
        IpPrefix prefix = IpPrefix.parse(text);
        InterfaceAddress.Builder address = InterfaceAddress.builder(nic.index(), prefix);
        return prefix.family() == IpFamily.IPV6
                ? address.flags(new AddressFlags(AddressFlags.NODAD)).build()
                : address.label("eth0:" + prefix.length()).build();
    }

    private static NextHop.Builder via(String gateway) {
        return NextHop.builder().gateway(IpAddress.parse(gateway));
    }

    private static void route(NetlinkHandler handler, LinkId nic, Route.Builder route, NextHop.Builder hop) {
        handler.execute(new RouteReplace(route.nextHops(List.of(hop.linkIndex(nic.index()).build())).build(),
                Map.of(nic.index(), nic.name())));
    }
}
