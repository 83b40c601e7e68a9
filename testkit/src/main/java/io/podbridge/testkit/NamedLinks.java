package io.podbridge.testkit;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.ForwardingReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TxChecksumOff;
import io.podbridge.testkit.kernel.Kernel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;

/** The links that a request names: each under the name that it has there, and under those that the link of its index has now. */
final class NamedLinks {
    private static final Map<Class<?>, BiConsumer<NamedLinks, NetlinkRequest>> KNOWN = new HashMap<>();

    static {
        know(LinkAdd.class, NamedLinks::made);
        know(LinkSet.class, NamedLinks::changed);
        know(LinkDelete.class, (names, delete) -> names.link(delete.link()));
        know(TxChecksumOff.class, (names, off) -> names.link(off.link()));
        know(ForwardingReplace.class, (names, replace) -> names.link(replace.port()));
        know(AddressAdd.class, (names, add) -> names.link(add.link()));
        know(AddressReplace.class, (names, replace) -> names.link(replace.link()));
        know(AddressDelete.class, (names, delete) -> names.link(delete.link()));
        know(NeighbourReplace.class, (names, replace) -> names.link(replace.link()));
        know(NeighbourDelete.class, (names, delete) -> names.link(delete.link()));
        know(RouteReplace.class, (names, replace) -> names.route(replace.route(), replace.linkNames()));
        know(RouteAppend.class, (names, append) -> names.route(append.route(), append.linkNames()));
        know(RouteDelete.class, (names, delete) -> names.route(delete.route(), delete.linkNames()));
        know(SysctlSet.class, (names, set) -> names.setting(set.key()));
    }

    private final Kernel kernel;
    private final Set<String> names = new HashSet<>();

    private NamedLinks(Kernel kernel) {
        this.kernel = kernel;
    }

    /** What a request of a kind that is not known here names is not known either. */
    static Set<String> of(NetlinkRequest request, Kernel kernel) {
        NamedLinks links = new NamedLinks(kernel);
        KNOWN.getOrDefault(request.getClass(), (names, unknown) -> {}).accept(links, request);
        return links.names;
    }

    private static <T extends NetlinkRequest> void know(Class<T> kind, BiConsumer<NamedLinks, T> collect) {
        KNOWN.put(kind, (names, request) -> collect.accept(names, kind.cast(request)));
    }

    private void made(LinkAdd add) {
        names.add(add.name());
        add.peer().ifPresent(peer -> names.add(peer.name()));
    }

    private void changed(LinkSet set) {
        link(set.link());
        set.change(LinkChange.Master.class).map(LinkChange.Master::master).ifPresent(this::link);
    }

    private void route(Route route, Map<Integer, String> linkNames) {
        route.nextHops().stream().map(NextHop::linkIndex).flatMapToInt(OptionalInt::stream).forEach(index -> {
            index(index);
            if (linkNames.containsKey(index)) {
                names.add(linkNames.get(index));
            }
        });
    }

    /** In {@code net/ipv4/conf/eth0/arp_ignore} the link is the fourth, whether it was given as a link or as a word. */
    private void setting(Sysctl key) {
        key.link().ifPresent(this::link);
        List<String> segments = key.segments();
        if (segments.size() > 4 && Set.of("conf", "neigh").contains(segments.get(2))) {
            names.add(segments.get(3));
        }
    }

    private void link(LinkId id) {
        names.add(id.name());
        index(id.index());
    }

    private void index(int index) {
        kernel.link(index).ifPresent(this::now);
    }

    private void now(Link link) {
        names.add(link.name());
        names.addAll(link.altNames());
    }
}
