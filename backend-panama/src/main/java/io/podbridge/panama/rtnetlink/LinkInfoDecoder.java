package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.panama.wire.AttributeReader;
import java.util.OptionalLong;

/** Decodes IFLA_LINKINFO: the kind of a link, what that kind says of itself, and what it is as a port. */
final class LinkInfoDecoder {
    /** How the kernel says that a tap has no owner, or no group. */
    private static final long NOBODY = 0xffff_ffffL;

    private LinkInfoDecoder() {}

    /** The kernel sends the kind before the data, which cannot be read without it. */
    static void decode(AttributeReader info, Link.Builder link) {
        String kind = "";
        String slaveKind = "";
        while (info.next()) {
            switch (info.type()) {
                case Ifla.INFO_KIND -> kind = info.string();
                case Ifla.INFO_SLAVE_KIND -> slaveKind = info.string();
                case Ifla.INFO_DATA -> data(kind, info.nested(), link);
                case Ifla.INFO_SLAVE_DATA -> slaveData(slaveKind, info.nested(), link);
                default -> {
                    // Statistics of the kind.
                }
            }
        }
        if (!kind.isEmpty()) {
            link.kind(new LinkKind(kind));
        }
    }

    private static void data(String kind, AttributeReader data, Link.Builder link) {
        if (kind.equals("bridge")) {
            bridge(data, link);
        } else if (kind.equals("tun")) {
            tun(data, link);
        }
    }

    private static void bridge(AttributeReader data, Link.Builder link) {
        while (data.next()) {
            if (data.type() == Ifla.BR_MCAST_SNOOPING) {
                link.multicastSnooping(data.u8() != 0);
            }
        }
    }

    private static void tun(AttributeReader data, Link.Builder link) {
        TunDevice.Builder tun = TunDevice.builder().tap(false);
        while (data.next()) {
            switch (data.type()) {
                case Ifla.TUN_TYPE -> tun.tap(data.u8() == Ifla.TUN_TYPE_TAP);
                case Ifla.TUN_OWNER -> tun.owner(id(data.u32()));
                case Ifla.TUN_GROUP -> tun.group(id(data.u32()));
                case Ifla.TUN_MULTI_QUEUE -> tun.multiQueue(data.u8() != 0);
                case Ifla.TUN_VNET_HDR -> tun.vnetHeader(data.u8() != 0);
                case Ifla.TUN_PERSIST -> tun.persistent(data.u8() != 0);
                default -> {
                    // Counts of queues.
                }
            }
        }
        link.tun(tun.build());
    }

    private static OptionalLong id(long id) {
        return id == NOBODY ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private static void slaveData(String kind, AttributeReader data, Link.Builder link) {
        if (!kind.equals("bridge")) {
            return;
        }
        int state = 0;
        boolean learning = false;
        while (data.next()) {
            if (data.type() == Ifla.BRPORT_STATE) {
                state = data.u8();
            } else if (data.type() == Ifla.BRPORT_LEARNING) {
                learning = data.u8() != 0;
            }
        }
        link.bridgePort(new BridgePort(state, learning));
    }
}
