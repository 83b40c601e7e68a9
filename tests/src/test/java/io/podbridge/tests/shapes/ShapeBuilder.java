package io.podbridge.tests.shapes;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.testkit.PodShape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Writes down a {@link Shape} in the order in which a plugin works; what is said of a link is said of the one named last. */
final class ShapeBuilder {
    private final String name;
    private final List<Consumer<World>> deeds = new ArrayList<>();
    private final Set<Driver> drivers = EnumSet.noneOf(Driver.class);
    private PodShape nic = PodShape.standard().withoutAddresses().withMtu(1500);
    private String link = "eth0";
    private BridgeBinding binding = BridgeBinding.of("eth0").withTapOwner(107, 107);

    private ShapeBuilder(String name) {
        this.name = name;
    }

    static ShapeBuilder pod(String name) {
        return new ShapeBuilder(name);
    }

    /** The pod begins with a NIC of another name, and that is bound. */
    ShapeBuilder nic(String other) {
        nic = nic.withNic(other);
        link = other;
        binding = BridgeBinding.of(other).withTapOwner(107, 107);
        return this;
    }

    ShapeBuilder mtu(int bytes) {
        nic = nic.withMtu(bytes);
        return this;
    }

    ShapeBuilder binds(UnaryOperator<BridgeBinding> how) {
        binding = how.apply(binding);
        return this;
    }

    /** It is the link named last that is bound, not the one that the pod began with. */
    ShapeBuilder bound() {
        binding = BridgeBinding.of(link).withTapOwner(107, 107);
        return this;
    }

    ShapeBuilder on(String other) {
        link = other;
        return this;
    }

    ShapeBuilder veth(String other) {
        deeds.add(world -> world.addVeth(other));
        return on(other);
    }

    ShapeBuilder foreign(Driver driver, String other) {
        drivers.add(driver);
        deeds.add(world -> world.addForeign(driver, other));
        return on(other).request(made -> LinkSet.of(made, new LinkChange.Up()));
    }

    ShapeBuilder child(Driver driver, String other) {
        String lower = link;
        drivers.add(driver);
        deeds.add(world -> world.addChild(driver, other, lower));
        return this;
    }

    ShapeBuilder add(LinkAdd.Builder other) {
        deeds.add(world -> send(world, other.build()));
        return this;
    }

    ShapeBuilder ip(String... prefixes) {
        List.of(prefixes).forEach(prefix -> ip(prefix, address -> {}));
        return this;
    }

    ShapeBuilder ip(String prefix, Consumer<InterfaceAddress.Builder> peculiarities) {
        return request(id -> Furnishing.address(id, prefix, peculiarities));
    }

    ShapeBuilder via(String gateway, String... destinations) {
        List.of(destinations).forEach(destination -> via(gateway, destination, route -> {}));
        return this;
    }

    ShapeBuilder via(String gateway, String destination, Consumer<Route.Builder> peculiarities) {
        return request(id -> Furnishing.route(id, destination, Optional.of(gateway), peculiarities));
    }

    ShapeBuilder onLink(String... destinations) {
        List.of(destinations).forEach(destination -> onLink(destination, route -> {}));
        return this;
    }

    ShapeBuilder onLink(String destination, Consumer<Route.Builder> peculiarities) {
        return request(id -> Furnishing.route(id, destination, Optional.empty(), peculiarities));
    }

    /** Takes away what the kernel made of an address: the plugin puts another one there. */
    ShapeBuilder withoutRoute(String destination) {
        deeds.add(world -> {
            try (NetlinkHandler handler = world.open()) {
                LinkId id = id(handler, link);
                Route there = handler.routeList().stream().filter(route -> route.destination().toString().equals(destination)
                        && route.table() == Route.MAIN_TABLE && route.leavesThrough(id.index())).findFirst().orElseThrow();
                handler.execute(new RouteDelete(there, Map.of(id.index(), id.name())));
            }
        });
        return this;
    }

    ShapeBuilder neighbour(String address) {
        return request(id -> Furnishing.permanent(id, address));
    }

    ShapeBuilder change(LinkChange... changes) {
        return request(id -> LinkSet.of(id, changes));
    }

    ShapeBuilder setting(String value, String... key) {
        deeds.add(world -> send(world, new SysctlSet(Sysctl.of(key), value)));
        return this;
    }

    ShapeBuilder request(Function<LinkId, NetlinkRequest> request) {
        String target = link;
        return requests(handler -> request.apply(id(handler, target)));
    }

    ShapeBuilder requests(Function<NetlinkHandler, NetlinkRequest> request) {
        deeds.add(world -> {
            try (NetlinkHandler handler = world.open()) {
                handler.execute(request.apply(handler));
            }
        });
        return this;
    }

    Shape gives(String... lines) {
        return new Shape(name, nic, List.copyOf(deeds), Set.copyOf(drivers), binding, List.of(lines), List.of());
    }

    Shape refused(Refusal.Code... codes) {
        return new Shape(name, nic, List.copyOf(deeds), Set.copyOf(drivers), binding, List.of(), List.of(codes));
    }

    static LinkId id(NetlinkHandler handler, String name) {
        return handler.linkByName(name).map(Link::id).orElseThrow();
    }

    private static void send(World world, NetlinkRequest request) {
        try (NetlinkHandler handler = world.open()) {
            handler.execute(request);
        }
    }
}
