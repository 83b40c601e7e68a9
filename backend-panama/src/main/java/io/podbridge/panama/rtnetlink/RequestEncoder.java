package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.ForwardingReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.panama.wire.Netlink;
import java.util.List;
import java.util.Optional;

/** Encodes requests. */
public final class RequestEncoder {
    private static final int CREATE = Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL;
    private static final int APPEND = Netlink.NLM_F_CREATE | Netlink.NLM_F_APPEND;
    private static final int REPLACE = Netlink.NLM_F_CREATE | Netlink.NLM_F_REPLACE;

    private RequestEncoder() {}

    /**
     * The messages of a request, to be sent and acknowledged one after the other.
     *
     * @param request the request
     * @return at least one message; absent if rtnetlink, or this version, does not know the request or one of its changes
     */
    public static Optional<List<Message>> encode(NetlinkRequest request) {
        return switch (request) {
            case LinkAdd add when add.tap().isEmpty() ->
                one(Message.change(Rtm.NEWLINK, CREATE, body -> LinkAddEncoder.write(add, body)));
            case LinkSet set -> LinkSetEncoder.encode(set);
            case LinkDelete(var link) -> one(Message.change(Rtm.DELLINK, 0, body -> LinkHeader.write(body, link.index(), 0, 0)));
            case LinkGroupDelete(int group) -> one(Message.change(Rtm.DELLINK, 0,
                    body -> LinkHeader.write(body, 0, 0, 0).attribute32(Ifla.GROUP, group)));
            case AddressAdd(var link, var address) ->
                one(Message.change(Rtm.NEWADDR, CREATE, body -> AddressEncoder.write(body, link, address)));
            case AddressReplace(var link, var address) ->
                one(Message.change(Rtm.NEWADDR, REPLACE, body -> AddressEncoder.write(body, link, address)));
            case AddressDelete(var link, var address) ->
                one(Message.change(Rtm.DELADDR, 0, body -> AddressEncoder.writeKey(body, link, address)));
            case RouteAppend(var route, var names) ->
                one(Message.change(Rtm.NEWROUTE, APPEND, body -> RouteEncoder.write(body, route)));
            case RouteReplace(var route, var names) ->
                one(Message.change(Rtm.NEWROUTE, REPLACE, body -> RouteEncoder.write(body, route)));
            case RouteDelete(var route, var names) ->
                one(Message.change(Rtm.DELROUTE, 0, body -> RouteEncoder.write(body, route)));
            case NeighbourReplace(var link, var neighbour) ->
                one(Message.change(Rtm.NEWNEIGH, REPLACE, body -> NeighbourEncoder.write(body, link, neighbour)));
            case NeighbourDelete(var link, var neighbour) ->
                one(Message.change(Rtm.DELNEIGH, 0, body -> NeighbourEncoder.writeKey(body, link, neighbour)));
            case ForwardingReplace(var port, var mac) ->
                one(Message.change(Rtm.NEWNEIGH, REPLACE, body -> NeighbourEncoder.writeForwarding(body, port, mac)));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Message>> one(Message message) {
        return Optional.of(List.of(message));
    }
}
