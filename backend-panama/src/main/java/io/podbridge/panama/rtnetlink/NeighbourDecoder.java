package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.panama.wire.AttributeReader;
import io.podbridge.panama.wire.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes RTM_NEWNEIGH. */
public final class NeighbourDecoder {

    private NeighbourDecoder() {}

    /**
     * Decodes an entry of a neighbour table.
     *
     * @param payload what follows the header of an RTM_NEWNEIGH
     * @return the entry; absent if it is of another family than IPv4 and IPv6
     * @throws io.podbridge.panama.wire.WireException if lengths do not fit
     */
    public static Optional<Neighbour> decode(Payload payload) {
        payload.require(Nda.HEADER_SIZE);
        int family = payload.u8(0);
        if (family != Rtm.AF_INET && family != Rtm.AF_INET6) {
            return Optional.empty();
        }
        Neighbour.Builder neighbour = Neighbour.builder(payload.s32(4), IpAddress.parse("::")).state(payload.u16(8));
        int flags = payload.u8(10);
        Optional<IpAddress> address = Optional.empty();
        List<RawAttribute> unknown = new ArrayList<>(0);
        AttributeReader a = payload.attributes(Nda.HEADER_SIZE);
        while (a.next()) {
            switch (a.type()) {
                case Nda.DST -> address = Optional.of(Wire.ip(a.bytes()));
                case Nda.LLADDR -> neighbour.hardwareAddress(HardwareAddress.of(a.bytes()));
                case Nda.FLAGS_EXT -> flags |= a.s32() << Nda.FLAGS_EXT_SHIFT;
                case Nda.PROTOCOL -> neighbour.protocol(a.u8());
                default -> {
                    if (a.type() > Nda.LAST_KNOWN) {
                        unknown.add(new RawAttribute(a.type(), a.bytes()));
                    }
                }
            }
        }
        neighbour.address(Wire.present(address, "a neighbour without NDA_DST"));
        return Optional.of(neighbour.flags(flags).unknownAttributes(unknown).build());
    }
}
