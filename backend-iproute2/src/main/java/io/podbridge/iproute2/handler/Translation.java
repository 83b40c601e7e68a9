package io.podbridge.iproute2.handler;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.ForwardingReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands of a request, as the request says them for people, with indices in place of names. */
final class Translation {
    private static final Set<Class<? extends LinkChange>> CHANGES = Set.of(LinkChange.Down.class, LinkChange.Up.class,
            LinkChange.Name.class, LinkChange.Mac.class, LinkChange.Mtu.class, LinkChange.Group.class, LinkChange.Alias.class,
            LinkChange.Master.class, LinkChange.NoMaster.class, LinkChange.Learning.class, LinkChange.ArpIgnore.class,
            LinkChange.AddrGen.class, LinkChange.AddAltName.class, LinkChange.DeleteAltName.class);

    private final LinkWord word;

    Translation(LinkWord word) {
        this.word = word;
    }

    /** {@return the commands; absent if this version does not know the request or one of its changes} */
    Optional<List<Command>> of(NetlinkRequest request) {
        if (request instanceof LinkSet set) {
            return set(set);
        }
        if (request instanceof LinkAdd || request instanceof LinkGroupDelete) {
            return Optional.of(request.commands());
        }
        return link(request).map(link -> inside(request, link)).or(() -> route(request).map(NetlinkRequest::commands));
    }

    private Optional<List<Command>> set(LinkSet set) {
        if (!set.changes().stream().allMatch(change -> CHANGES.contains(change.getClass()))) {
            return Optional.empty();
        }
        List<LinkChange> changes = set.changes().stream().map(this::byIndex).toList();
        return Optional.of(inside(LinkSet.of(set.link(), changes), set.link()));
    }

    private LinkChange byIndex(LinkChange change) {
        return change instanceof LinkChange.Master master ? new LinkChange.Master(word.link(master.master())) : change;
    }

    private List<Command> inside(NetlinkRequest request, LinkId link) {
        return request.commands().stream()
                .map(command -> command.arguments().get(0).equals("sysctl") ? command : word.inside(command, link.index()))
                .toList();
    }

    private static Optional<LinkId> link(NetlinkRequest request) {
        if (request instanceof LinkDelete delete) {
            return Optional.of(delete.link());
        }
        if (request instanceof AddressAdd add) {
            return Optional.of(add.link());
        }
        if (request instanceof AddressReplace replace) {
            return Optional.of(replace.link());
        }
        if (request instanceof AddressDelete delete) {
            return Optional.of(delete.link());
        }
        if (request instanceof ForwardingReplace replace) {
            return Optional.of(replace.port());
        }
        if (request instanceof NeighbourReplace replace) {
            return Optional.of(replace.link());
        }
        return request instanceof NeighbourDelete delete ? Optional.of(delete.link()) : Optional.empty();
    }

    private Optional<NetlinkRequest> route(NetlinkRequest request) {
        if (request instanceof RouteReplace replace) {
            return Optional.of(new RouteReplace(replace.route(), words(replace.route())));
        }
        if (request instanceof RouteAppend append) {
            return Optional.of(new RouteAppend(append.route(), words(append.route())));
        }
        return request instanceof RouteDelete delete
                ? Optional.of(new RouteDelete(delete.route(), words(delete.route())))
                : Optional.empty();
    }

    private Map<Integer, String> words(Route route) {
        Map<Integer, String> words = new HashMap<>();
        for (NextHop hop : route.nextHops()) {
            hop.linkIndex().ifPresent(index -> words.put(index, word.of(index)));
        }
        return words;
    }
}
