package io.podbridge.tests.restore;

import com.google.common.collect.Lists;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.PodShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static java.util.function.Predicate.not;

/** A pod of the real kernel, made again in memory by requests. */
final class MemoryCopy {
    private static final int KERNEL_LINK_LOCAL = 3;

    private final NamespaceState original;
    private final Map<Integer, String> names;

    private MemoryCopy(NamespaceState original) {
        this.original = original;
        this.names = original.linkNames();
    }

    /** {@return a pod that looks like it, as far as the kernel in memory can hold it} */
    static FakePod of(NamespaceState original, List<NetlinkRequest> settings) {
        FakePod pod = FakePod.create(FakeKernel.create(), PodShape.standard().withoutAddresses());
        MemoryCopy copy = new MemoryCopy(original);
        try (NetlinkHandler handler = pod.open()) {
            settings.forEach(each -> handler.execute(List.of(each)));
            original.links().forEach(link -> handler.execute(copy.link(handler, link)));
            copy.addresses().forEach(each -> handler.execute(List.of(each)));
            copy.routes(handler);
            copy.neighbours().forEach(each -> handler.execute(List.of(each)));
        }
        return pod;
    }

    private List<NetlinkRequest> link(NetlinkHandler handler, Link link) {
        LinkId id = link.id();
        List<NetlinkRequest> requests = new ArrayList<>();
        if (handler.linkByIndex(link.index()).isEmpty() && link.isKind(LinkKind.BRIDGE)) {
            requests.add(LinkAdd.bridge(link.name()).index(link.index()).mac(link.mac().orElseThrow()).build());
        }
        if (link.index() > 1) {
            link.addrGenMode().ifPresent(mode -> requests.add(LinkSet.of(id, new LinkChange.AddrGen(mode))));
            requests.add(LinkSet.of(id, new LinkChange.Group(link.group()), new LinkChange.Mtu(link.mtu())));
            link.alias().ifPresent(alias -> requests.add(LinkSet.of(id, new LinkChange.Alias(alias))));
            link.altNames().forEach(name -> requests.add(LinkSet.of(id, new LinkChange.AddAltName(name))));
            link.mac().ifPresent(mac -> requests.add(LinkSet.of(id, new LinkChange.Mac(mac))));
            requests.add(LinkSet.of(id, link.isUp() ? new LinkChange.Up() : new LinkChange.Down()));
        }
        return requests;
    }

    /** IPv6 addresses are listed newest first. */
    private List<NetlinkRequest> addresses() {
        List<InterfaceAddress> ordered = new ArrayList<>();
        original.addresses().stream().filter(each -> each.family() == IpFamily.IPV4).forEach(ordered::add);
        Lists.reverse(original.addresses()).stream().filter(each -> each.family() == IpFamily.IPV6).forEach(ordered::add);
        return ordered.stream().filter(each -> each.linkIndex() > 1 && each.protocol().orElse(0) != KERNEL_LINK_LOCAL)
                .map(each -> (NetlinkRequest) new AddressReplace(new LinkId(each.linkIndex(), names.get(each.linkIndex())),
                        each.isDeprecated() ? each.toBuilder().preferredLifetime(new Lifetime(0)).build() : each))
                .toList();
    }

    /** One may need another that comes later. */
    private void routes(NetlinkHandler handler) {
        List<Route> there = handler.routeList();
        there.stream().filter(not(original.routes()::contains))
                .forEach(each -> handler.execute(List.of(new RouteDelete(each, names))));
        List<Route> missing = new ArrayList<>(original.routes());
        missing.removeAll(there);
        missing.removeIf(each -> each.protocol().equals(RouteProtocol.KERNEL) && each.table() == Route.LOCAL_TABLE);
        for (int before = -1; before != missing.size();) {
            before = missing.size();
            missing.removeIf(each -> handler.execute(List.of(new RouteAppend(each, names))).get(0).isDone());
        }
    }

    private List<NetlinkRequest> neighbours() {
        return original.neighbours().stream().filter(Neighbour::isConfigured).filter(each -> each.linkIndex() > 1)
                .map(each -> (NetlinkRequest) new NeighbourReplace(new LinkId(each.linkIndex(), names.get(each.linkIndex())),
                        each))
                .toList();
    }
}
