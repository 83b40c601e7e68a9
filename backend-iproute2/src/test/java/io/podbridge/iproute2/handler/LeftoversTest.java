package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
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
