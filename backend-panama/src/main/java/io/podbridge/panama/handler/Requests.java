package io.podbridge.panama.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TxChecksumOff;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.rtnetlink.RequestEncoder;
import io.podbridge.panama.socket.Conversation;
import io.podbridge.panama.socket.ConversationException;
import java.util.List;
import java.util.Optional;

/** Carries out requests: most are messages; taps, settings and offloads have ways of their own. */
final class Requests {
    private final NetworkNamespace namespace;
    private final Conversation conversation;
    private final Taps taps;
    private final Sysctls sysctls;
    private final Offloads offloads;
    private final LinkLookup links;

    Requests(NetworkNamespace namespace, Conversation conversation, Taps taps, Sysctls sysctls, Offloads offloads,
            LinkLookup links) {
        this.namespace = namespace;
        this.conversation = conversation;
        this.taps = taps;
        this.sysctls = sysctls;
        this.offloads = offloads;
        this.links = links;
    }

    RequestOutcome carryOut(NetlinkRequest request) {
        try {
            switch (request) {
                case LinkAdd add when add.tap().isPresent() -> taps.add(add, add.tap().get());
                case SysctlSet(var key, var value) -> sysctls.write(key, value);
                case TxChecksumOff(var link) -> offloads.switchTxChecksumOff(link);
                default -> {
                    Optional<List<Message>> messages = RequestEncoder.encode(request);
                    if (messages.isEmpty()) {
                        return RequestOutcome.failed(request, Failures.unknown(request));
                    }
                    send(request, messages.get());
                }
            }
            return RequestOutcome.done(request);
        } catch (NetlinkException e) {
            return RequestOutcome.failed(request, e);
        } catch (ConversationException e) {
            return RequestOutcome.failed(request, Failures.of(request, namespace, e));
        } catch (SystemCallException e) {
            return RequestOutcome.failed(request, Failures.of(request, namespace, e));
        }
    }

    /** The kernel says EINVAL for a master that is not there, as for one that cannot be a master, and adds no words. */
    private boolean isMasterMissing(NetlinkRequest request, Message message, ConversationException e) {
        return message.changesLink() && new Errno(e.errno()).is("EINVAL") && e.words().isEmpty() && request instanceof LinkSet set
                && set.change(LinkChange.Master.class).map(change -> !links.isThere(change.master())).orElse(false);
    }

    private void send(NetlinkRequest request, List<Message> messages) throws ConversationException {
        for (Message message : messages) {
            try {
                conversation.change(message);
            } catch (ConversationException e) {
                if (isMasterMissing(request, message, e)) {
                    throw Failures.masterMissing(request, e);
                }
                throw e;
            }
        }
    }
}
