package io.podbridge.tests.differential;

import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.NetlinkRequest;

/** Deletions of single links and of groups, empty ones too. */
final class LinkDeletes implements RequestSource {
    @Override
    public NetlinkRequest next(Scene scene) {
        if (scene.dice().chance(25)) {
            return new LinkGroupDelete(scene.dice().oneOf(5, 6, -2));
        }
        return new LinkDelete(scene.link());
    }
}
