package io.podbridge.panama.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.panama.ffi.FileDescriptor;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.rtnetlink.RequestEncoder;
import io.podbridge.panama.socket.Conversation;
import io.podbridge.panama.socket.ConversationException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes taps, through {@code /dev/net/tun}. What a tap needs from rtnetlink comes while the file is open, and it becomes persistent last:
 * if anything fails before that, closing the file takes the tap away again.
 */
final class Taps {
    private static final String TUN = "/dev/net/tun";

    private final NamespaceThread thread;
    private final Conversation conversation;
    private final LinkLookup links;

    Taps(NamespaceThread thread, Conversation conversation, LinkLookup links) {
        this.thread = thread;
        this.conversation = conversation;
        this.links = links;
    }

    void add(LinkAdd add, TapOptions options) throws ConversationException, SystemCallException {
        LinkId tap = make(add, options);
        if (add.isUp()) {
            // Before Linux 6.1 it has a carrier while the file is open, and would get an IPv6 address from it that stays.
            send(LinkSet.of(tap, new LinkChange.Up()));
        }
    }

    private LinkId make(LinkAdd add, TapOptions options) throws ConversationException, SystemCallException {
        try (FileDescriptor file = open(add)) {
            attach(file, add, options);
            LinkId tap = index(add);
            List<LinkChange> changes = attributes(add);
            if (!changes.isEmpty()) {
                send(LinkSet.of(tap, changes));
            }
            TunIoctls.persist(file);
            return tap;
        }
    }

    private FileDescriptor open(LinkAdd add) {
        try {
            return thread.call(() -> FileDescriptor.open(TUN, FileDescriptor.READ_AND_WRITE));
        } catch (SystemCallException e) {
            throw NetlinkException.failed(add).errno(new Errno(e.errno()))
                    .advice(TUN + " cannot be opened; load the driver tun, or give the container that device").build(e);
        }
    }

    private void attach(FileDescriptor file, LinkAdd add, TapOptions options) throws ConversationException, SystemCallException {
        if (add.index().isPresent()) {
            TunIoctls.chooseIndex(file, add.index().getAsInt());
        }
        try {
            TunIoctls.attach(file, add.name(), options.queues() > 1);
        } catch (SystemCallException e) {
            if (isTaken(add.name())) {
                throw NetlinkException.failed(add).errno(new Errno(e.errno())).kind(FailureKind.EXISTS)
                        .advice("a link of that name is there already").build(e);
            }
            throw e;
        }
        if (options.owner().isPresent()) {
            TunIoctls.owner(file, options.owner().getAsInt());
        }
        if (options.group().isPresent()) {
            TunIoctls.group(file, options.group().getAsInt());
        }
    }

    /** The driver says EBUSY for a name that is taken and for an index that is. */
    private boolean isTaken(String name) throws ConversationException {
        try {
            return links.named(name).index() > 0;
        } catch (ConversationException e) {
            if (new Errno(e.errno()).is("ENODEV")) {
                return false;
            }
            throw e;
        }
    }

    private LinkId index(LinkAdd add) throws ConversationException {
        return add.index().isPresent() ? new LinkId(add.index().getAsInt(), add.name()) : links.named(add.name()).id();
    }

    private static List<LinkChange> attributes(LinkAdd add) {
        List<LinkChange> changes = new ArrayList<>();
        add.mac().ifPresent(mac -> changes.add(new LinkChange.Mac(mac)));
        add.mtu().ifPresent(mtu -> changes.add(new LinkChange.Mtu(mtu)));
        return changes;
    }

    private void send(LinkSet set) throws ConversationException {
        for (Message message : RequestEncoder.encode(set).orElseThrow()) {
            conversation.change(message);
        }
    }
}
