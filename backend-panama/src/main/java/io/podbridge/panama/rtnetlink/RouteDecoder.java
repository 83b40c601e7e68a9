package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.panama.wire.AttributeReader;
import io.podbridge.panama.wire.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes RTM_NEWROUTE. */
public final class RouteDecoder {
    /** {@code rta_expires} counts ticks of user space, of which there are a hundred a second on every architecture. */
    private static final int TICKS_A_SECOND = 100;

    private final Payload header;
    private final Route.Builder route;
    private final HopDecoder hop;
    private List<NextHop> hops = List.of();
    private List<RawAttribute> unknown = List.of();

    private RouteDecoder(Payload payload, IpFamily family) {
        header = payload;
        hop = new HopDecoder(payload.s32(8) & Rta.HOP_FLAGS, 1);
        route = Route.builder(IpPrefix.all(family)).tos(payload.u8(3)).table(payload.u8(4))
                .protocol(new RouteProtocol(payload.u8(5)))
                .scope(new Scope(payload.u8(6))).type(new RouteType(payload.u8(7)));
    }

    /**
     * Decodes a route.
     *
     * @param payload what follows the header of an RTM_NEWROUTE
     * @return the route; absent if it is of another family than IPv4 and IPv6, or a cached clone
     * @throws io.podbridge.panama.wire.WireException if lengths do not fit
     */
    public static Optional<Route> decode(Payload payload) {
        payload.require(Rta.HEADER_SIZE);
        int family = payload.u8(0);
        if ((family != Rtm.AF_INET && family != Rtm.AF_INET6) || (payload.s32(8) & Rta.CLONED) != 0) {
            return Optional.empty();
        }
        RouteDecoder decoder = new RouteDecoder(payload, family == Rtm.AF_INET ? IpFamily.IPV4 : IpFamily.IPV6);
        AttributeReader attributes = payload.attributes(Rta.HEADER_SIZE);
        while (attributes.next()) {
            decoder.attribute(attributes);
        }
        return Optional.of(decoder.finish());
    }

    private Route finish() {
        hop.finish().ifPresent(one -> hops = List.of(one));
        return route.nextHops(hops).unknownAttributes(unknown).build();
    }

    private void attribute(AttributeReader a) {
        switch (a.type()) {
            case Rta.DST -> route.destination(Wire.prefix(Wire.ip(a.bytes()), header.u8(1)));
            case Rta.SRC -> route.sourcePrefix(Wire.prefix(Wire.ip(a.bytes()), header.u8(2)));
            case Rta.OIF, Rta.GATEWAY, Rta.VIA, Rta.ENCAP, Rta.ENCAP_TYPE -> hop.attribute(a);
            case Rta.PRIORITY -> route.metric(a.u32());
            case Rta.PREFSRC -> route.preferredSource(Wire.ip(a.bytes()));
            case Rta.METRICS -> metrics(a.nested());
            case Rta.MULTIPATH -> hops = HopDecoder.multipath(a.structure());
            case Rta.CACHEINFO -> expiry(a.structure());
            case Rta.TABLE -> route.table(a.u32());
            case Rta.PREF -> route.preference(a.u8());
            case Rta.NH_ID -> route.nextHopId(a.u32());
            case Rta.PAD, Rta.IIF -> {
                // Neither says anything about the route.
            }
            default -> keep(a);
        }
    }

    private void keep(AttributeReader a) {
        unknown = unknown.isEmpty() ? new ArrayList<>() : unknown;
        unknown.add(new RawAttribute(a.type(), a.bytes()));
    }

    /** Zero is for ever; less than zero is a route that has expired and is still there. */
    private void expiry(Payload cacheInfo) {
        cacheInfo.require(12);
        int ticks = cacheInfo.s32(8);
        if (ticks != 0) {
            route.expiresSeconds(Math.max(0, ticks) / TICKS_A_SECOND);
        }
    }

    private void metrics(AttributeReader a) {
        Map<Integer, Long> metrics = new HashMap<>();
        while (a.next()) {
            switch (a.type()) {
                case Rta.RTAX_LOCK -> route.lockedMetrics(a.u32());
                case Rta.RTAX_CC_ALGO -> route.congestionControl(a.string());
                default -> metrics.put(a.type(), a.u32());
            }
        }
        route.metrics(metrics);
    }

    /** The address of a {@code struct rtvia}: two bytes of family, then the address. */
    static IpAddress via(AttributeReader a) {
        return Wire.ip(a.bytes(2));
    }
}
