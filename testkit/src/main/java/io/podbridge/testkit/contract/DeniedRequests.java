package io.podbridge.testkit.contract;

import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.netlink.request.TxChecksumOff;
import io.podbridge.netlink.request.VethPeer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Each kind of request, and each change, to a NIC {@code eth0} with 10.244.1.7/24 beside a bridge {@code br0}; all of them would succeed with privilege. */
final class DeniedRequests implements UnprivilegedWork {

    DeniedRequests() {}

    @Override
    public List<String> with(NetlinkHandler handler) {
        LinkId nic = handler.linkByName("eth0").orElseThrow().id();
        LinkId bridge = handler.linkByName("br0").orElseThrow().id();
        return Stream.of(links(bridge), changes(nic, bridge), tables(nic)).flatMap(List::stream)
                .map(request -> outcome(handler, request)).toList();
    }

    private static String outcome(NetlinkHandler handler, NetlinkRequest request) {
        Optional<NetlinkException> failure = handler.execute(List.of(request)).get(0).failure();
        return request.operation() + ": " + failure.map(found -> found.kind().name()).orElse("done");
    }

    private static List<NetlinkRequest> links(LinkId bridge) {
        return List.of(LinkAdd.bridge("br1").build(), LinkAdd.tap("tap0", TapOptions.ownedBy(0, 0)).build(),
                LinkAdd.veth("a", new VethPeer("b", OptionalInt.empty(), Optional.empty())).build(), new LinkDelete(bridge),
                new LinkGroupDelete(4711), new TxChecksumOff(bridge));
    }

    private static List<NetlinkRequest> changes(LinkId nic, LinkId bridge) {
        Stream<LinkChange> changes = Stream.of(new LinkChange.Down(), new LinkChange.AddrGen(AddrGenMode.NONE),
                new LinkChange.ArpIgnore(1), new LinkChange.Mac(MacAddress.parse("02:00:00:00:00:01")), new LinkChange.Mtu(1400),
                new LinkChange.Group(7), new LinkChange.Name("eth1"), new LinkChange.Alias("mine"),
                new LinkChange.AddAltName("uplink"), new LinkChange.Master(bridge), new LinkChange.Up());
        return changes.map(change -> (NetlinkRequest) LinkSet.of(nic, change)).toList();
    }

    private static List<NetlinkRequest> tables(LinkId nic) {
        InterfaceAddress held = Samples.address(nic, "10.244.1.7/24");
        InterfaceAddress more = Samples.address(nic, "10.244.2.7/24");
        Route.Builder route = Samples.route("10.1.0.0/16", Samples.via(nic, "10.244.1.1"));
        Neighbour neighbour = Neighbour.builder(nic.index(), IpAddress.parse("10.244.1.1")).state(Neighbour.PERMANENT)
                .hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).build();
        return List.of(new AddressAdd(nic, more), new AddressReplace(nic, more), new AddressDelete(nic, held),
                Samples.replace(route), new RouteAppend(route.build(), Map.of()),
                Samples.delete(Samples.direct(nic, "10.244.1.0/24")), new NeighbourReplace(nic, neighbour),
                new NeighbourDelete(nic, neighbour), new SysctlSet(Sysctl.of("net", "ipv4", "ip_forward"), "1"));
    }
}
