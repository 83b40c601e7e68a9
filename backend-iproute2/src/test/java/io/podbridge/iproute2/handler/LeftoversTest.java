package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LeftoversTest {
    private final Iproute2Backend backend = new Iproute2Backend(SearchPath.ofEnvironment());
    private Set<Long> before = Set.of();

    @BeforeEach
    void countProcesses() {
        NetnsRequirement.check();
        before = children();
    }

    @AfterEach
    void noProcessIsLeft() {
        assertThat(children()).isEqualTo(before);
    }

    @Test
    void aClosedHandlerLeavesNoProcess() {
        try (TestNamespace namespace = TestNamespace.create("left"); NetlinkHandler handler = open(namespace)) {
            handler.linkAdd(LinkAdd.bridge("br0").build());
            handler.routeList();
            handler.neighList();

            assertThat(children()).hasSizeGreaterThan(before.size());
        }
    }

    @Test
    void anOpenHandlerWorksOnAfterItsNamespaceWasDeleted() {
        try (NetlinkHandler handler = openInOneThatIsDeleted()) {
            handler.linkAdd(LinkAdd.bridge("br0").build());

            assertThat(handler.linkByName("br0")).isPresent();
        }
    }

    private NetlinkHandler openInOneThatIsDeleted() {
        try (TestNamespace namespace = TestNamespace.create("gone")) {
            return open(namespace);
        }
    }

    @Test
    void whatIsNoNetworkNamespaceIsNotEntered() {
        NetworkNamespace mounts = NetworkNamespace.ofPath(Path.of("/proc/self/ns/mnt"));

        NetlinkException failure = catchThrowableOfType(NetlinkException.class, () -> backend.open(HandlerOptions.of(mounts)));

        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID);
    }

    @Test
    void textsThatABatchCannotSayArriveWordForWord() {
        try (TestNamespace namespace = TestNamespace.create("words"); NetlinkHandler handler = open(namespace)) {
            handler.linkAdd(LinkAdd.bridge("br#0").build());
            LinkId bridge = handler.linkByName("br#0").orElseThrow().id();

            for (String text : new String[] {"it's \"x\" # \\", "two\nlines", " blanks ", "dev eth0", "'", "\""}) {
                handler.execute(LinkSet.of(bridge, new LinkChange.Alias(text)));

                assertThat(handler.linkByIndex(bridge.index()).orElseThrow().alias()).contains(text);
            }
        }
    }

    @Test
    void aZeroByteIsRefusedAndNothingIsChanged() {
        try (TestNamespace namespace = TestNamespace.create("zero"); NetlinkHandler handler = open(namespace)) {
            handler.linkAdd(LinkAdd.bridge("br0").build());
            LinkId bridge = handler.linkByName("br0").orElseThrow().id();

            NetlinkException failure = handler.execute(List.of(LinkSet.of(bridge, new LinkChange.Down(), new LinkChange.Mtu(1400),
                    new LinkChange.Alias("a\0b"), new LinkChange.AddAltName("other")))).get(0).failure().orElseThrow();

            assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED);
            assertThat(handler.linkByName("br0").orElseThrow().mtu()).isEqualTo(1500);
        }
    }

    @Test
    void anAliasInTheWordsOfAnInterruptedDumpInterruptsNone() {
        try (TestNamespace namespace = TestNamespace.create("dump"); NetlinkHandler handler = open(namespace)) {
            handler.linkAdd(LinkAdd.bridge("br0").build());
            LinkId bridge = handler.linkByName("br0").orElseThrow().id();

            handler.execute(LinkSet.of(bridge, new LinkChange.Alias("Dump was interrupted and may be inconsistent.")));

            assertThat(handler.linkList()).hasSize(2);
        }
    }

    @Test
    void aHandlerWhoseProcessInTheNamespaceWasKilledSaysSoAndAnswersNothingElse() {
        try (TestNamespace namespace = TestNamespace.create("lost"); NetlinkHandler handler = open(namespace)) {
            ProcessHandle.current().children().filter(child -> !before.contains(child.pid())).forEach(holder -> {
                holder.destroyForcibly();
                holder.onExit().join();
            });

            for (ThrowingCallable asked : List.<ThrowingCallable>of(handler::linkList,
                    () -> handler.sysctl(Sysctl.of("net", "ipv4", "ip_forward")), () -> handler.supports(Feature.ALT_NAMES),
                    () -> handler.execute(new LinkDelete(new LinkId(7, "eth0"))))) {
                NetlinkException failure = catchThrowableOfType(NetlinkException.class, asked);

                assertThat(failure.kind()).isEqualTo(FailureKind.OTHER);
                assertThat(failure).hasMessageContaining("the place in the namespace was lost");
            }
        }
    }

    @Test
    void aRouteOfMoreWaysThanALineOfABatchHasRoomForIsMade() {
        try (TestNamespace namespace = TestNamespace.create("ways"); NetlinkHandler handler = open(namespace)) {
            handler.linkAdd(LinkAdd.bridge("br0").up().build());
            LinkId bridge = handler.linkByName("br0").orElseThrow().id();
            for (String subnet : List.of("10.0.0.", "fd00::")) {
                handler.addrAdd(bridge, InterfaceAddress.builder(bridge.index(), IpPrefix.parse(subnet + "1/24")).build());
                List<NextHop> ways = IntStream.range(2, 102).mapToObj(host -> NextHop.builder().linkIndex(bridge.index())
                        .gateway(IpAddress.parse(subnet + host)).build()).toList();

                handler.execute(new RouteReplace(Route.builder(IpPrefix.parse(subnet + "0/8").network()).nextHops(ways).build(),
                        Map.of()));

                assertThat(handler.routeList()).filteredOn(route -> route.nextHops().equals(ways)).hasSize(1);
            }
        }
    }

    @Test
    void namesThatAreWordsOfIpAreNames() {
        try (TestNamespace namespace = TestNamespace.create("names"); NetlinkHandler handler = open(namespace)) {
            for (String name : new String[] {"dev", "up", "mtu", "type", "if1"}) {
                handler.linkAdd(LinkAdd.bridge(name).build());
                LinkId link = handler.linkByName(name).orElseThrow().id();
                handler.execute(LinkSet.of(link, new LinkChange.Mtu(1400), new LinkChange.Alias("dev"), new LinkChange.Up()));

                assertThat(handler.linkByIndex(link.index()).orElseThrow().isUp()).isTrue();
            }
            assertThat(handler.linkByName("lo").orElseThrow().isUp()).isFalse();
        }
    }

    private NetlinkHandler open(TestNamespace namespace) {
        return backend.open(HandlerOptions.of(namespace.namespace()));
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
