package io.podbridge.panama.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.rtnetlink.LinkDecoder;
import io.podbridge.panama.rtnetlink.Queries;
import io.podbridge.panama.socket.Conversation;
import io.podbridge.panama.socket.ConversationException;

/** Finds the name that a link has now, for what goes by names alone: ioctls and {@code /proc/sys}. */
final class LinkLookup {
    private static final long SIOCGIFNAME = 0x8910;

    private final Conversation conversation;

    LinkLookup(Conversation conversation) {
        this.conversation = conversation;
    }

    /** By an ioctl, for which the kernel need not tell all that it knows of the link. */
    String name(LinkId link) throws SystemCallException {
        try (InterfaceRequest request = new InterfaceRequest("")) {
            request.number32(link.index());
            conversation.ioctl(SIOCGIFNAME, request.memory());
            return request.name();
        }
    }

    boolean isThere(LinkId link) {
        try {
            return conversation.one(Queries.link(link.index()), LinkDecoder::decode).index() == link.index();
        } catch (ConversationException e) {
            return !new Errno(e.errno()).is("ENODEV");
        }
    }

    Link named(String name) throws ConversationException {
        return conversation.one(Queries.link(name), LinkDecoder::decode);
    }
}
