package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentsTest {
    private final Iproute2Backend backend = new Iproute2Backend(SearchPath.ofEnvironment());

    @BeforeEach
    void needsNamespaces() {
        NetnsRequirement.check();
    }

    @Test
    void twoProcessesServeWhateverIsReadAndChanged() {
        Set<Long> before = children();
        try (TestNamespace namespace = TestNamespace.create("two"); NetlinkHandler handler = open(namespace)) {
            Set<Long> residents = children();
            residents.removeAll(before);
            LinkId bridge = bridge(handler, "br0");
            handler.execute(new SysctlSet(Sysctl.ofLink(IpFamily.IPV6, bridge, "disable_ipv6"), "1"));
            handler.linkSetName(bridge, "br1");
            read(handler);

            assertThat(residents).hasSize(2);
            assertThat(children()).containsAll(residents).hasSize(before.size() + 2);
        }
    }

    @Test
    void aNameThatMovesFromLinkToLinkMeansTheLinkThatHasItNow() {
        try (TestNamespace namespace = TestNamespace.create("moves");
                NetlinkHandler handler = open(namespace);
                NetlinkHandler other = open(namespace)) {
            LinkId first = bridge(handler, "br0");
            LinkId second = bridge(handler, "br1");
            LinkId port = bridgePort(handler, second);
            for (int round = 0; round < 3; round++) {
                read(handler);
                other.linkSetName(first, "aside");
                other.linkSetName(second, "br0");
                other.linkSetName(first, "br1");

                assertThat(handler.linkByIndex(port.index()).orElseThrow().master()).hasValue(second.index());

                read(handler);
                other.linkSetName(second, "aside");
                other.linkSetName(first, "br0");
                other.linkSetName(second, "br1");

                assertThat(handler.linkByIndex(port.index()).orElseThrow().master()).hasValue(second.index());
            }
        }
    }

    @Test
    void aSettingIsThatOfTheNamespaceThoughAnotherHasALinkOfThatName() {
        try (TestNamespace one = TestNamespace.create("one");
                TestNamespace two = TestNamespace.create("two");
                NetlinkHandler handler = open(one);
                NetlinkHandler other = open(two)) {
            LinkId bridge = bridge(handler, "br0");
            LinkId stranger = bridge(other, "br0");
            for (IpFamily family : IpFamily.values()) {
                Sysctl setting = Sysctl.ofLink(family, bridge, family == IpFamily.IPV4 ? "arp_ignore" : "disable_ipv6");

                handler.execute(new SysctlSet(setting, "1"));

                assertThat(handler.sysctl(setting)).contains("1");
                assertThat(other.sysctl(Sysctl.ofLink(family, stranger, setting.segments().get(4)))).contains("0");
            }
            assertThat(handler.linkByName("br0").orElseThrow().ipv6Disabled()).contains(true);
            assertThat(other.linkByName("br0").orElseThrow().ipv6Disabled()).contains(false);
        }
    }

    @Test
    void whatWasStartedAheadAndFailedIsReplaced(@TempDir Path folder) throws IOException {
        Path fails = folder.resolve("the-next-one-fails");
        OwnPrograms programs = new OwnPrograms(folder);
        programs.put("ip", """
                rm '%s' 2>/dev/null && exit 1
                exec '%s' "$@"
                """.formatted(fails, OwnPrograms.real("ip")));
        try (TestNamespace namespace = TestNamespace.create("ahead");
                NetlinkHandler handler = new Iproute2Backend(programs.path()).open(HandlerOptions.of(namespace.namespace()))) {
            LinkId link = bridge(handler, "br0");
            read(handler);
            handler.linkSetName(link, "br1");
            read(handler);
            Files.createFile(fails);
            handler.linkSetName(link, "br2");
            Eventually.holds("one was started ahead", () -> Files.notExists(fails));

            assertThat(handler.linkList()).extracting(Link::name).contains("br2").doesNotContain("br0", "br1");
        }
    }

    private static void read(NetlinkHandler handler) {
        handler.linkList();
        handler.addrList();
        handler.routeList();
        handler.neighList();
        handler.nextHopList();
    }

    private static LinkId bridge(NetlinkHandler handler, String name) {
        handler.linkAdd(LinkAdd.bridge(name).build());
        return handler.linkByName(name).orElseThrow().id();
    }

    private static LinkId bridgePort(NetlinkHandler handler, LinkId bridge) {
        handler.linkAdd(LinkAdd.tap("tap0", TapOptions.ownedBy(107, 107)).build());
        LinkId port = handler.linkByName("tap0").orElseThrow().id();
        handler.execute(LinkSet.of(port, new LinkChange.Master(bridge), new LinkChange.Learning(false)));
        assertThat(handler.linkByIndex(port.index()).orElseThrow().bridgePort().orElseThrow().learning()).isFalse();
        return port;
    }

    private NetlinkHandler open(TestNamespace namespace) {
        return backend.open(HandlerOptions.of(namespace.namespace()));
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }
}
