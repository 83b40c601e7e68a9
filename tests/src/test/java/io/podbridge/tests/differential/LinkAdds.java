package io.podbridge.tests.differential;

import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.netlink.request.VethPeer;
import java.util.Optional;
import java.util.OptionalInt;

/** New links: bridges, veth pairs, taps, and kinds that the kernel may not have. */
final class LinkAdds implements RequestSource {
    private final boolean tapsHaveIndices;

    /**
     * Not every backend can choose the index of a tap. One that cannot makes it in several strides too, so that a tap which is to be up
     * from the start has a carrier for a moment with the one, and none with the other.
     */
    LinkAdds(boolean tapsHaveIndices) {
        this.tapsHaveIndices = tapsHaveIndices;
    }

    @Override
    public NetlinkRequest next(Scene scene) {
        int kind = scene.dice().between(0, 99);
        if (kind < 28) {
            return common(scene, bridge(scene), true).build();
        }
        if (kind < 70) {
            return common(scene, veth(scene), true).build();
        }
        if (kind < 96) {
            return common(scene, tap(scene), tapsHaveIndices).build();
        }
        LinkKind odd = scene.dice().oneOf(LinkKind.DUMMY, new LinkKind("nosuch"));
        return LinkAdd.ofKind(odd, scene.name()).build();
    }

    private static LinkAdd.Builder bridge(Scene scene) {
        LinkAdd.Builder bridge = LinkAdd.bridge(scene.name());
        return scene.dice().chance(40) ? bridge.multicastSnooping(scene.dice().chance(30)) : bridge;
    }

    private static LinkAdd.Builder veth(Scene scene) {
        VethPeer peer = new VethPeer(scene.name(), OptionalInt.of(scene.index()), Optional.of(scene.mac()));
        return LinkAdd.veth(scene.name(), peer).mac(scene.mac());
    }

    private static LinkAdd.Builder tap(Scene scene) {
        OptionalInt owner = scene.dice().chance(70) ? OptionalInt.of(107) : OptionalInt.empty();
        OptionalInt group = scene.dice().chance(50) ? OptionalInt.of(108) : OptionalInt.empty();
        return LinkAdd.tap(scene.name(), new TapOptions(owner, group, scene.dice().chance(80) ? 1 : 2)).mac(scene.mac());
    }

    private static LinkAdd.Builder common(Scene scene, LinkAdd.Builder link, boolean indexed) {
        if (indexed) {
            link.index(scene.index());
        }
        if (scene.dice().chance(60)) {
            link.mac(scene.mac());
        }
        if (scene.dice().chance(30)) {
            link.mtu(scene.mtu());
        }
        return indexed && scene.dice().chance(70) ? link.up() : link;
    }
}
