package io.podbridge.panama.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.panama.ffi.FileDescriptor;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.rtnetlink.Probes;
import io.podbridge.panama.socket.Conversation;
import io.podbridge.panama.socket.ConversationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this kernel can do, asked once a conversation and only if somebody wants to know. */
final class Features {
    private static final Sysctl ANY_SETTING = Sysctl.of("net", "ipv4", "conf", "all", "arp_ignore");
    private static final Sysctl IPV6_SETTING = Sysctl.of("net", "ipv6", "conf", "all", "disable_ipv6");

    private final Conversation conversation;
    private final Sysctls sysctls;
    private final Map<Feature, Boolean> known = new ConcurrentHashMap<>();

    Features(Conversation conversation, Sysctls sysctls) {
        this.conversation = conversation;
        this.sysctls = sysctls;
    }

    boolean has(Feature feature) {
        return known.computeIfAbsent(feature, this::ask);
    }

    private boolean ask(Feature feature) {
        return switch (feature) {
            case DUMMY -> !answer(Probes.linkKind("dummy")).is("EOPNOTSUPP");
            case TAP -> canOpenTun();
            case ALT_NAMES -> !answer(Probes.altNames()).is("EOPNOTSUPP");
            case IPV6 -> sysctls.read(IPV6_SETTING).isPresent();
            case WRITABLE_SYSCTL -> sysctls.isWritable(ANY_SETTING);
            case NET_ADMIN -> !answer(Probes.netAdmin()).is("EPERM");
            case NAMESPACE_COOKIE -> conversation.namespaceCookie().isPresent();
            case TAP_INDEX, ARP_IGNORE, ADDRESS_PROTOCOL -> true;
        };
    }

    /** {@return what the kernel answered; 0 for success} */
    private Errno answer(Message probe) {
        try {
            conversation.change(probe);
            return new Errno(0);
        } catch (ConversationException e) {
            return new Errno(e.errno());
        }
    }

    private static boolean canOpenTun() {
        try {
            FileDescriptor.open("/dev/net/tun", FileDescriptor.READ_AND_WRITE).close();
            return true;
        } catch (SystemCallException e) {
            return false;
        }
    }
}
