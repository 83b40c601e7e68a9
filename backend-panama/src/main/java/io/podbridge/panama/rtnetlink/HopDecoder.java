package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.panama.wire.AttributeReader;
import io.podbridge.panama.wire.Payload;
import io.podbridge.panama.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects one next hop, from the attributes of a route or from one {@code struct rtnexthop} of several. */
final class HopDecoder {
    private final NextHop.Builder hop;
    private boolean any;
    private int encapType;
    private byte[] encap = {};

    HopDecoder(int flags, int weight) {
        hop = NextHop.builder().flags(flags).weight(weight);
    }

    /** Decodes RTA_MULTIPATH: each hop says how long it is. */
    static List<NextHop> multipath(Payload hops) {
        List<NextHop> decoded = new ArrayList<>();
        int at = hops.from();
        while (hops.to() - at >= Rta.HOP_HEADER_SIZE) {
            Payload rest = new Payload(hops.buffer(), at, hops.to());
            int length = rest.u16(0);
            if (length < Rta.HOP_HEADER_SIZE || length > rest.to() - at) {
                throw new WireException("a next hop of " + length + " bytes in the " + (rest.to() - at) + " that are left");
            }
            decoded.add(one(new Payload(hops.buffer(), at, at + length)));
            at += (length + 3) & ~3;
        }
        return decoded;
    }

    private static NextHop one(Payload structure) {
        HopDecoder decoder = new HopDecoder(structure.u8(2), structure.u8(3) + 1);
        decoder.link(structure.s32(4));
        AttributeReader attributes = structure.attributes(Rta.HOP_HEADER_SIZE);
        while (attributes.next()) {
            decoder.attribute(attributes);
        }
        return decoder.build();
    }

    void attribute(AttributeReader a) {
        switch (a.type()) {
            case Rta.OIF -> link(a.s32());
            case Rta.GATEWAY -> hop.gateway(Wire.ip(a.bytes()));
            case Rta.VIA -> hop.gateway(RouteDecoder.via(a));
            case Rta.ENCAP_TYPE -> encapType = a.u16();
            case Rta.ENCAP -> encap = a.bytes();
            default -> {
                // Nothing else belongs to a hop.
            }
        }
        any = true;
    }

    /** {@return the hop; absent if the route has no way out, as a blackhole} */
    Optional<NextHop> finish() {
        return any ? Optional.of(build()) : Optional.empty();
    }

    private NextHop build() {
        if (encapType != 0) {
            hop.encap(new RawAttribute(encapType, encap));
        }
        return hop.build();
    }

    private void link(int index) {
        if (index > 0) {
            hop.linkIndex(index);
        }
    }
}
