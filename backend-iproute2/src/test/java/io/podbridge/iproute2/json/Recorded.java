package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a version of ip(8) printed of the namespace that {@code namespace.sh} makes.
 *
 * @param version the version of iproute2
 */
record Recorded(String version) {
    static final List<Recorded> ALL = List.of(new Recorded("5.10.0"), new Recorded("6.1.0"), new Recorded("6.15.0"));

    /** The machine that recorded knew one name. */
    static final TapOwners ROOT_IS_ZERO = new TapOwners() {
        @Override
        public OptionalLong user(String name) {
            return name.equals("root") ? OptionalLong.of(0) : OptionalLong.empty();
        }

        @Override
        public OptionalLong group(String name) {
            return user(name);
        }
    };

    /** The lines of an expected file, which is the same for all versions. */
    static List<String> expected(String noun) {
        return resource(noun + ".expected").lines().toList();
    }

    String text(String file) {
        return resource(version + "/" + file);
    }

    boolean tellsProtocolOfAddresses() {
        return version.equals("6.15.0");
    }

    List<Link> links() {
        return LinkJson.read("ip link", text("link.json"), ROOT_IS_ZERO);
    }

    List<InterfaceAddress> addresses() {
        return AddressJson.read("ip addr", text("addr.json"));
    }

    List<Route> routes() {
        return Stream.of(IpFamily.values()).flatMap(family -> routes(family).stream()).toList();
    }

    private List<Route> routes(IpFamily family) {
        String file = family == IpFamily.IPV4 ? "route4" : "route6";
        List<Route> routes = RouteJson.read("ip route", text(file + ".json"), family, links());
        return RouteLocks.apply("ip route", text(file + ".txt"), routes);
    }

    List<Neighbour> neighbours() {
        return Stream.of("neigh4", "proxy4", "neigh6", "proxy6")
                .flatMap(file -> NeighbourJson.read("ip neigh", text(file + ".json"), links()).stream()).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "iproute2 " + version;
    }
}
