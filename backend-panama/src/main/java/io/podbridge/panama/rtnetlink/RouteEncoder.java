package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.panama.wire.MessageWriter;

/** Encodes routes. */
final class RouteEncoder {
    /** The header holds tables up to this one; others stand in RTA_TABLE alone, with {@code RT_TABLE_COMPAT} in the header. */
    private static final int LARGEST_TABLE_IN_HEADER = 255;
    private static final int TABLE_COMPAT = 252;

    private RouteEncoder() {}

    static void write(MessageWriter body, Route route) {
        header(body, route);
        IpPrefix destination = route.destination();
        if (!destination.isDefault()) {
            body.attribute(Rta.DST, destination.address().toBytes());
        }
        route.sourcePrefix().ifPresent(source -> body.attribute(Rta.SRC, source.address().toBytes()));
        body.attribute32(Rta.TABLE, route.table());
        route.preferredSource().ifPresent(source -> body.attribute(Rta.PREFSRC, source.toBytes()));
        route.metric().ifPresent(metric -> body.attribute32(Rta.PRIORITY, metric));
        route.preference().ifPresent(preference -> body.attribute8(Rta.PREF, preference));
        route.expiresSeconds().ifPresent(seconds -> body.attribute32(Rta.EXPIRES, seconds));
        metrics(body, route);
        hops(body, route);
        route.unknownAttributes().forEach(unknown -> body.attribute(unknown.type(), unknown.payload()));
    }

    private static void header(MessageWriter body, Route route) {
        int table = route.table() <= LARGEST_TABLE_IN_HEADER ? (int) route.table() : TABLE_COMPAT;
        int flags = route.nextHops().size() == 1 ? route.nextHops().get(0).flags() & NextHop.CONFIGURED_FLAGS : 0;
        body.u8(route.family().number()).u8(route.destination().length())
                .u8(route.sourcePrefix().map(IpPrefix::length).orElse(0));
        body.u8(route.tos()).u8(table).u8(route.protocol().number()).u8(route.scope().number()).u8(route.type().number())
                .u32(flags);
    }

    private static void metrics(MessageWriter body, Route route) {
        if (route.metrics().isEmpty() && route.lockedMetrics() == 0 && route.congestionControl().isEmpty()) {
            return;
        }
        int metrics = body.nest(Rta.METRICS);
        if (route.lockedMetrics() != 0) {
            body.attribute32(Rta.RTAX_LOCK, route.lockedMetrics());
        }
        route.metrics().forEach((type, value) -> body.attribute32(type, value));
        route.congestionControl().ifPresent(name -> body.attribute(Rta.RTAX_CC_ALGO, name));
        body.unnest(metrics);
    }

    /** A route that uses a next-hop object names that alone; the kernel refuses both. */
    private static void hops(MessageWriter body, Route route) {
        if (route.nextHopId().isPresent()) {
            body.attribute32(Rta.NH_ID, route.nextHopId().getAsLong());
        } else if (route.nextHops().size() == 1) {
            NextHop hop = route.nextHops().get(0);
            hop.linkIndex().ifPresent(index -> body.attribute32(Rta.OIF, index));
            way(body, route, hop);
        } else if (!route.nextHops().isEmpty()) {
            multipath(body, route);
        }
    }

    private static void multipath(MessageWriter body, Route route) {
        int at = body.nest(Rta.MULTIPATH);
        for (NextHop hop : route.nextHops()) {
            int start = body.length();
            body.u16(0).u8(hop.flags() & NextHop.CONFIGURED_FLAGS).u8(hop.weight() - 1).u32(hop.linkIndex().orElse(0));
            way(body, route, hop);
            body.patchLength(start);
        }
        body.unnest(at);
    }

    private static void way(MessageWriter body, Route route, NextHop hop) {
        if (hop.gateway().isPresent()) {
            gateway(body, route, hop.gateway().get());
        }
        if (hop.encap().isPresent()) {
            RawAttribute encap = hop.encap().get();
            body.attribute(Rta.ENCAP, encap.payload()).attribute16(Rta.ENCAP_TYPE, encap.type());
        }
    }

    private static void gateway(MessageWriter body, Route route, IpAddress gateway) {
        if (gateway.family() == route.family()) {
            body.attribute(Rta.GATEWAY, gateway.toBytes());
            return;
        }
        int via = body.nest(Rta.VIA);
        body.u16(gateway.family().number());
        for (byte b : gateway.toBytes()) {
            body.u8(b);
        }
        body.unnest(via);
    }
}
