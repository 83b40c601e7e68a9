package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.VethPeer;
import io.podbridge.panama.wire.MessageWriter;

/** Encodes the making of a link, with all that it shall be from the start, in one message. */
final class LinkAddEncoder {

    private LinkAddEncoder() {}

    static void write(LinkAdd add, MessageWriter body) {
        int up = add.isUp() ? LinkHeader.UP : 0;
        LinkHeader.write(body, add.index().orElse(0), up, up).attribute(Ifla.IFNAME, add.name());
        add.mac().ifPresent(mac -> body.attribute(Ifla.ADDRESS, mac.toBytes()));
        add.mtu().ifPresent(mtu -> body.attribute32(Ifla.MTU, mtu));
        int info = body.nest(Ifla.LINKINFO);
        body.attribute(Ifla.INFO_KIND, add.kind().name());
        if (add.multicastSnooping().isPresent() || add.peer().isPresent()) {
            int data = body.nest(Ifla.INFO_DATA);
            add.multicastSnooping().ifPresent(snooping -> body.attribute8(Ifla.BR_MCAST_SNOOPING, snooping ? 1 : 0));
            add.peer().ifPresent(peer -> peer(peer, body));
            body.unnest(data);
        }
        body.unnest(info);
    }

    private static void peer(VethPeer peer, MessageWriter body) {
        int at = body.nest(Ifla.VETH_INFO_PEER);
        LinkHeader.write(body, peer.index().orElse(0), 0, 0).attribute(Ifla.IFNAME, peer.name());
        peer.mac().ifPresent(mac -> body.attribute(Ifla.ADDRESS, mac.toBytes()));
        body.unnest(at);
    }
}
