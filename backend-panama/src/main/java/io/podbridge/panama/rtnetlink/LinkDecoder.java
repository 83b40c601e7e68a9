package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.panama.wire.AttributeReader;
import io.podbridge.panama.wire.Payload;
import java.util.ArrayList;
import java.util.List;

/** Decodes RTM_NEWLINK. */
public final class LinkDecoder {
    private final Link.Builder link;
    private final List<String> altNames = new ArrayList<>();
    private final List<RawAttribute> unknown = new ArrayList<>();

    private LinkDecoder(Payload payload) {
        link = Link.builder(payload.s32(4), "").hardwareType(payload.u16(2)).flags(new LinkFlags(payload.s32(8)));
    }

    /**
     * Decodes a link.
     *
     * @param payload what follows the header of an RTM_NEWLINK
     * @return the link
     * @throws io.podbridge.panama.wire.WireException if lengths do not fit
     */
    public static Link decode(Payload payload) {
        LinkDecoder decoder = new LinkDecoder(payload.require(Ifla.HEADER_SIZE));
        AttributeReader attributes = payload.attributes(Ifla.HEADER_SIZE);
        while (attributes.next()) {
            decoder.attribute(attributes);
        }
        return decoder.link.altNames(decoder.altNames).unknownAttributes(decoder.unknown).build();
    }

    private void attribute(AttributeReader a) {
        switch (a.type()) {
            case Ifla.ADDRESS -> link.hardwareAddress(HardwareAddress.of(a.bytes()));
            case Ifla.IFNAME -> link.name(a.string());
            case Ifla.MTU -> link.mtu(a.s32());
            case Ifla.LINK -> peer(a.s32());
            case Ifla.QDISC -> link.qdisc(a.string());
            case Ifla.MASTER -> link.master(a.s32());
            case Ifla.TXQLEN -> link.txQueueLength(a.s32());
            case Ifla.OPERSTATE -> link.operState(new OperState(a.u8()));
            case Ifla.LINKINFO -> LinkInfoDecoder.decode(a.nested(), link);
            case Ifla.IFALIAS -> link.alias(a.string());
            case Ifla.AF_SPEC -> families(a.nested());
            case Ifla.GROUP -> link.group(a.s32());
            case Ifla.LINK_NETNSID -> link.peerNamespaceId(a.s32());
            case Ifla.XDP -> xdp(a.nested());
            case Ifla.MAX_MTU -> maxMtu(a.s32());
            case Ifla.PROP_LIST -> altNames(a.nested());
            default -> {
                if (a.type() > Ifla.LAST_KNOWN) {
                    unknown.add(new RawAttribute(a.type(), a.bytes()));
                }
            }
        }
    }

    /** The kernel says 0 where there is no link below, or where it has gone. */
    private void peer(int index) {
        if (index > 0) {
            link.peerIndex(index);
        }
    }

    /** Zero means that the driver names no limit. */
    private void maxMtu(int bytes) {
        if (bytes > 0) {
            link.maxMtu(bytes);
        }
    }

    private void altNames(AttributeReader names) {
        while (names.next()) {
            if (names.type() == Ifla.ALT_IFNAME) {
                altNames.add(names.string());
            }
        }
    }

    private void xdp(AttributeReader xdp) {
        while (xdp.next()) {
            if (xdp.type() == Ifla.XDP_ATTACHED) {
                link.xdpAttached(xdp.u8() != 0);
            }
        }
    }

    private void families(AttributeReader families) {
        while (families.next()) {
            if (families.type() == Rtm.AF_INET) {
                inet(families.nested());
            } else if (families.type() == Rtm.AF_INET6) {
                inet6(families.nested());
            }
        }
    }

    private void inet(AttributeReader inet) {
        while (inet.next()) {
            if (inet.type() == Ifla.INET_CONF) {
                link.arpIgnore(inet.element(Ifla.ARP_IGNORE - 1));
            }
        }
    }

    private void inet6(AttributeReader inet6) {
        while (inet6.next()) {
            if (inet6.type() == Ifla.INET6_CONF) {
                link.ipv6Disabled(inet6.element(Ifla.DISABLE_IPV6) != 0);
            } else if (inet6.type() == Ifla.INET6_ADDR_GEN_MODE) {
                link.addrGenMode(new AddrGenMode(inet6.u8()));
            }
        }
    }
}
