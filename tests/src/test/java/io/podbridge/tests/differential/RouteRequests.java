package io.podbridge.tests.differential;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import java.util.List;
import java.util.Map;

/** Routes that come, change and go. */
final class RouteRequests implements RequestSource {
    @Override
    public NetlinkRequest next(Scene scene) {
        // Local routes are the kernel's own, some of them of random addresses.
        List<Route> present = scene.sight().routes().stream().filter(route -> route.table() != Route.LOCAL_TABLE).toList();
        Map<Integer, String> names = scene.names();
        if (!present.isEmpty() && scene.dice().chance(35)) {
            return again(scene, scene.dice().oneOf(present), names);
        }
        Route route = fresh(scene);
        return switch (scene.dice().between(0, 9)) {
            case 0 -> new RouteDelete(route, names);
            case 1, 2 -> new RouteAppend(route, names);
            default -> new RouteReplace(route, names);
        };
    }

    /** A route that is there is deleted, by all that it has or by its destination alone, or set once more. */
    private static NetlinkRequest again(Scene scene, Route route, Map<Integer, String> names) {
        Route plain = route.toBuilder().nextHops(route.nextHops().stream().map(RouteRequests::configured).toList())
                .unknownAttributes(List.of()).build();
        // Of the kernel's own routes that are called alike the first goes, and their order is chance.
        boolean kernels = plain.protocol().equals(RouteProtocol.KERNEL);
        return switch (scene.dice().between(kernels ? 5 : 0, 9)) {
            case 0, 1 -> new RouteReplace(plain, names);
            case 2 -> new RouteAppend(plain, names);
            case 3, 4 -> new RouteDelete(Route.builder(plain.destination()).table(plain.table()).protocol(new RouteProtocol(0))
                    .scope(Scope.NOWHERE).build(), names);
            default -> new RouteDelete(plain, names);
        };
    }

    private static NextHop configured(NextHop hop) {
        return hop.toBuilder().flags(hop.flags() & NextHop.CONFIGURED_FLAGS).build();
    }

    private static Route fresh(Scene scene) {
        IpPrefix destination = scene.dice().oneOf(pool(scene));
        Route.Builder route = Route.builder(destination).protocol(scene.dice().oneOf(RouteProtocol.BOOT, RouteProtocol.STATIC))
                .table(scene.dice().oneOf(Route.MAIN_TABLE, Route.MAIN_TABLE, 100L));
        if (scene.dice().chance(8)) {
            route.type(scene.dice().oneOf(RouteType.BLACKHOLE, RouteType.named("unreachable"), RouteType.named("prohibit"),
                    RouteType.named("throw")));
        } else {
            ways(scene, route, destination.family());
        }
        decorate(scene, route, destination.family());
        return route.build();
    }

    private static List<IpPrefix> pool(Scene scene) {
        if (scene.dice().chance(4)) {
            return Scenery.ODD_DESTINATIONS;
        }
        return scene.family() == IpFamily.IPV4 ? Scenery.DESTINATIONS : Scenery.DESTINATIONS_6;
    }

    private static void ways(Scene scene, Route.Builder route, IpFamily family) {
        if (scene.dice().chance(10)) {
            route.nextHops(List.of(via(scene, family).weight(scene.dice().between(1, 3)).build(), via(scene, family).build()));
        } else if (scene.dice().chance(35)) {
            route.nextHops(List.of(NextHop.builder().linkIndex(scene.linkThatIsUp().index()).build()));
            route.scope(scene.dice().chance(85) ? Scope.LINK : Scope.UNIVERSE);
        } else {
            route.nextHops(List.of(via(scene, family).build()));
        }
    }

    private static NextHop.Builder via(Scene scene, IpFamily family) {
        IpAddress gateway = scene.gateway(family);
        NextHop.Builder hop = NextHop.builder().gateway(gateway);
        if (scene.dice().chance(80)) {
            hop.linkIndex(scene.linkTowards(gateway).index());
        }
        return scene.dice().chance(15) ? hop.flags(NextHop.ONLINK) : hop;
    }

    private static void decorate(Scene scene, Route.Builder route, IpFamily family) {
        if (scene.dice().chance(30)) {
            route.metric(scene.dice().oneOf(50L, 100L));
        }
        if (scene.dice().chance(8)) {
            source(scene, route, family);
        }
        if (scene.dice().chance(10)) {
            route.metrics(scene.dice().oneOf(Scenery.METRICS));
        }
        if (scene.dice().chance(5)) {
            route.tos(family == IpFamily.IPV4 ? scene.dice().oneOf(0x10, 0x13) : 0);
        }
        if (family == IpFamily.IPV6 && scene.dice().chance(10)) {
            route.preference(scene.dice().oneOf(0, 1, 3));
        }
        if (family == IpFamily.IPV6 && scene.dice().chance(5)) {
            route.expiresSeconds(7200);
        }
    }

    private static void source(Scene scene, Route.Builder route, IpFamily family) {
        List<IpPrefix> pool = family == IpFamily.IPV4 ? Scenery.ADDRESSES : Scenery.ADDRESSES_6;
        route.preferredSource(scene.dice().oneOf(pool).address());
    }
}
