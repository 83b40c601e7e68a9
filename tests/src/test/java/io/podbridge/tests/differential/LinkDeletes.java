package io.podbridge.tests.differential;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;

/** Deletions of single links and of groups, empty ones too. */
final class LinkDeletes implements RequestSource {
    @Override
    public NetlinkRequest next(Scene scene) {
        if (scene.dice().chance(25)) {
            List<Integer> groups = scene.sight().links().stream().map(Link::group).filter(group -> group != 0).toList();
            return new LinkGroupDelete(groups.isEmpty() ? 7 : scene.dice().oneOf(groups));
        }
        return new LinkDelete(scene.link());
    }
}
