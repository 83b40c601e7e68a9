package io.podbridge.tests.kernel;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One namespace with something of everything, read by netlink and by ip(8). */
class BackendsReadAlikeTest {
    private static final Path SCRIPT = Path.of("..", "backend-iproute2", "src", "test", "resources", "io", "podbridge",
            "iproute2",
            "json", "namespace.sh");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TestNamespace pod;
    private static TestNamespace peer;
    private static NetlinkHandler netlink;
    private static NetlinkHandler ip;

    @BeforeAll
    static void fill() throws Exception {
        NetnsRequirement.check();
        pod = TestNamespace.create("alike");
        peer = TestNamespace.create("peer");
        Process script = new ProcessBuilder("sh", SCRIPT.toString(), "fill", pod.name(), peer.name()).redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(said).isZero();
        netlink = open("panama");
        ip = open("iproute2");
        assertThat(ip).doesNotHaveSameClassAs(netlink);
    }

    private static NetlinkHandler open(String backend) {
        return NetlinkHandlers.installed().withBackend(backend).open(HandlerOptions.of(pod.namespace()));
    }

    @AfterAll
    static void delete() {
        Stream.of(ip, netlink, pod, peer).filter(Objects::nonNull).forEach(BackendsReadAlikeTest::close);
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void linksAreAlike() {
        assertThat(readAlike(ip::linkList, netlink::linkList)).hasSizeGreaterThan(10);
    }

    @Test
    void addressesAreAlikeThoughAnOlderIpDoesNotTellTheirProtocol() {
        boolean tellsProtocol = ip.addrList().stream().anyMatch(address -> address.protocol().isPresent());
        assertThat(readAlike(() -> timeless(ip.addrList()), () -> timeless(netlink.addrList().stream()
                .map(address -> tellsProtocol ? address : withoutProtocol(address)).toList()))).hasSizeGreaterThan(15);
    }

    @Test
    void routesAreAlikeButForTheBytesOfEncapsulations() {
        assertThat(readAlike(() -> comparable(ip.routeList()), () -> comparable(netlink.routeList()))).hasSizeGreaterThan(70);
    }

    @Test
    void neighboursAreAlike() {
        assertThat(readAlike(ip::neighList, netlink::neighList)).hasSizeGreaterThan(10);
    }

    /** The kernel may change something by itself between two readings, such as a neighbour that it looks for: then both are read again. */
    private static <T> List<T> readAlike(Supplier<List<T>> told, Supplier<List<T>> heard) {
        List<List<T>> both = Eventually.read(PATIENCE, () -> List.of(told.get(), heard.get()),
                two -> two.get(0).equals(two.get(1)));
        assertThat(both.get(0)).isEqualTo(both.get(1));
        return both.get(0);
    }

    /** Time does not stand still between the two readings. */
    private static List<InterfaceAddress> timeless(List<InterfaceAddress> addresses) {
        return addresses.stream().map(address -> address.toBuilder().validLifetime(timeless(address.validLifetime()))
                .preferredLifetime(timeless(address.preferredLifetime())).build()).toList();
    }

    private static Lifetime timeless(Lifetime lifetime) {
        return lifetime.isForever() || lifetime.seconds() == 0 ? lifetime : new Lifetime(1);
    }

    private static InterfaceAddress withoutProtocol(InterfaceAddress address) {
        InterfaceAddress.Builder bare = InterfaceAddress.builder(address.linkIndex(), address.prefix()).scope(address.scope())
                .flags(address.flags()).validLifetime(address.validLifetime()).preferredLifetime(address.preferredLifetime())
                .unknownAttributes(address.unknownAttributes());
        address.peer().ifPresent(bare::peer);
        address.broadcast().ifPresent(bare::broadcast);
        address.label().ifPresent(bare::label);
        address.metric().ifPresent(bare::metric);
        return bare.build();
    }

    private static List<Route> comparable(List<Route> routes) {
        return routes.stream().map(route -> {
            Route.Builder comparable = route.toBuilder()
                    .nextHops(route.nextHops().stream().map(BackendsReadAlikeTest::withoutEncapBytes).toList());
            route.expiresSeconds().ifPresent(seconds -> comparable.expiresSeconds(1));
            return comparable.build();
        }).toList();
    }

    private static NextHop withoutEncapBytes(NextHop hop) {
        return hop.encap().isPresent() ? hop.toBuilder().encap(new RawAttribute(0, new byte[0])).build() : hop;
    }
}
