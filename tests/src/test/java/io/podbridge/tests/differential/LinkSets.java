package io.podbridge.tests.differential;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Changes to links, alone and several in one request. */
final class LinkSets implements RequestSource {
    private static final List<Function<Scene, LinkChange>> CHANGES = List.of(scene -> new LinkChange.Up(),
            scene -> new LinkChange.Up(),
            scene -> new LinkChange.Down(), scene -> new LinkChange.Name(scene.name()), scene -> new LinkChange.Mac(scene.mac()),
            scene -> new LinkChange.Mtu(scene.mtu()), scene -> new LinkChange.Group(scene.dice().oneOf(Scenery.GROUPS)),
            scene -> new LinkChange.Alias(scene.dice().oneOf(Scenery.ALIASES)), scene -> new LinkChange.Master(scene.bridge()),
            scene -> new LinkChange.Master(scene.bridge()), scene -> new LinkChange.Master(scene.bridge()),
            scene -> new LinkChange.Master(scene.bridge()), scene -> new LinkChange.NoMaster(),
            scene -> new LinkChange.Learning(scene.dice().chance(30)),
            scene -> new LinkChange.ArpIgnore(scene.dice().between(0, 2)),
            scene -> new LinkChange.AddrGen(scene.dice().oneOf(Scenery.ADDR_GEN_MODES)),
            scene -> new LinkChange.AddAltName(scene.dice().oneOf(Scenery.ALT_NAMES)),
            scene -> new LinkChange.DeleteAltName(scene.altName()));

    @Override
    public NetlinkRequest next(Scene scene) {
        List<LinkChange> changes = new ArrayList<>(List.of(scene.dice().oneOf(CHANGES).apply(scene)));
        LinkId link = isOfPorts(changes.get(0)) ? scene.port() : scene.link();
        int more = scene.dice().chance(60) ? 0 : scene.dice().between(1, 4);
        for (int i = 0; i < more; i++) {
            LinkChange change = scene.dice().oneOf(CHANGES).apply(scene);
            if (agrees(link, changes, change)) {
                changes.add(change);
            }
        }
        List<LinkChange> certain = changes.stream().filter(change -> isCertain(scene, link, change)).toList();
        return LinkSet.of(link, certain.isEmpty() ? List.of(new LinkChange.Up()) : certain);
    }

    /**
     * What decides about a link-local address is no matter of chance only if no carrier may just be coming. And the loopback takes any MTU:
     * it loses IPv4 below 68 bytes, which no other link can have.
     */
    private static boolean isCertain(Scene scene, LinkId link, LinkChange change) {
        boolean ofLinkLocal = change instanceof LinkChange.Mac || change instanceof LinkChange.AddrGen;
        return (scene.isCurrent() || !ofLinkLocal) && (link.index() != Scene.LOOPBACK || !(change instanceof LinkChange.Mtu));
    }

    private static boolean isOfPorts(LinkChange change) {
        return change instanceof LinkChange.Learning || change instanceof LinkChange.NoMaster;
    }

    /** Contradicting changes cannot even be said. */
    private static boolean agrees(LinkId link, List<LinkChange> changes, LinkChange more) {
        List<LinkChange> all = new ArrayList<>(changes);
        all.add(more);
        try {
            return !LinkSet.of(link, all).changes().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
