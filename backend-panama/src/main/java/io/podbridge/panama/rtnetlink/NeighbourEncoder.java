package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.panama.wire.MessageWriter;

/** Encodes entries of the neighbour table. */
final class NeighbourEncoder {

    private static final int AF_BRIDGE = 7;
    private static final int NTF_MASTER = 0x04;
    private static final int NUD_REACHABLE = 0x02;

    private NeighbourEncoder() {}

    static void write(MessageWriter body, LinkId link, Neighbour neighbour) {
        writeKey(body, link, neighbour);
        neighbour.hardwareAddress().ifPresent(address -> body.attribute(Nda.LLADDR, address.toBytes()));
        neighbour.protocol().ifPresent(protocol -> body.attribute8(Nda.PROTOCOL, protocol));
        int extended = neighbour.flags() >>> Nda.FLAGS_EXT_SHIFT;
        if (extended != 0) {
            body.attribute32(Nda.FLAGS_EXT, extended);
        }
        neighbour.unknownAttributes().forEach(unknown -> body.attribute(unknown.type(), unknown.payload()));
    }

    /** These two together are what bridge(8) calls static. */
    static void writeForwarding(MessageWriter body, LinkId port, MacAddress mac) {
        body.u8(AF_BRIDGE).u8(0).u16(0).u32(port.index()).u16(Neighbour.NOARP | NUD_REACHABLE).u8(NTF_MASTER).u8(0);
        body.attribute(Nda.LLADDR, mac.toBytes());
    }

    static void writeKey(MessageWriter body, LinkId link, Neighbour neighbour) {
        body.u8(neighbour.address().family().number()).u8(0).u16(0).u32(link.index()).u16(neighbour.state())
                .u8(neighbour.flags() & 0xff)
                .u8(0);
        body.attribute(Nda.DST, neighbour.address().toBytes());
    }
}
