package io.podbridge.iproute2.handler;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What fails after a tap was made leaves none. */
class TapLeftoversTest {
    private static final LinkAdd ROOTS = LinkAdd.tap("tap0", TapOptions.ownedBy(0, 0)).mtu(1400).build();

    @TempDir
    private Path folder;

    @BeforeEach
    void needsNamespaces() {
        NetnsRequirement.check();
    }

    @Test
    void aTapThatIsNotReadyInTimeIsTakenAway() throws IOException {
        new OwnPrograms(folder).put("ip", """
                case "$*" in
                *'-force -batch -') while IFS= read -r line; do
                  case "$line" in 'link set'*) sleep 20 ;; esac
                  printf '%%s\\n' "$line"
                done | exec %1$s "$@" ;;
                *) exec %1$s "$@" ;;
                esac
                """.formatted(OwnPrograms.real("ip")));
        try (TestNamespace namespace = TestNamespace.create("slow");
                NetlinkHandler handler = open(namespace, Duration.ofSeconds(10))) {
            assertThat(failure(handler, ROOTS).kind()).isEqualTo(FailureKind.TIMEOUT);
            assertThat(handler.linkByName("tap0")).isEmpty();
        }
    }

    @Test
    void theOwnerOfATapIsLookedUpWhenItIsReadAndAgainIfNobodyKnewIt() throws IOException {
        Path awake = folder.resolve("awake");
        new OwnPrograms(folder).put("getent",
                "if [ -e %s ]; then exec %s \"$@\"; fi; exit 1".formatted(awake, OwnPrograms.real("getent")));
        try (TestNamespace namespace = TestNamespace.create("owner");
                NetlinkHandler handler = open(namespace, Duration.ofMinutes(1))) {
            assumeTrue(handler.supports(Feature.TAP), "this machine has no driver tun");
            handler.linkAdd(ROOTS);

            NetlinkException failure = catchThrowableOfType(NetlinkException.class, handler::linkList);

            assertThat(failure.kind()).isEqualTo(FailureKind.OTHER);
            assertThat(failure).hasMessageContaining("the system knows no user \"root\"");
            Files.createFile(awake);
            assertThat(handler.linkByName("tap0").orElseThrow().mtu()).isEqualTo(1400);
        }
    }

    @Test
    void aTapOfSeveralQueuesIsTakenAwayToo() {
        LinkAdd tooSmall = LinkAdd.tap("tap0", new TapOptions(OptionalInt.empty(), OptionalInt.empty(), 4)).mtu(10).build();
        try (TestNamespace namespace = TestNamespace.create("queues");
                NetlinkHandler handler = open(namespace, Duration.ofMinutes(1))) {
            assertThat(failure(handler, tooSmall).kind()).isEqualTo(FailureKind.INVALID);
            assertThat(handler.linkByName("tap0")).isEmpty();
        }
    }

    private static NetlinkException failure(NetlinkHandler handler, LinkAdd tap) {
        assumeTrue(handler.supports(Feature.TAP), "this machine has no driver tun");
        return handler.execute(List.of(tap)).get(0).failure().orElseThrow();
    }

    private NetlinkHandler open(TestNamespace namespace, Duration deadline) {
        return new Iproute2Backend(new OwnPrograms(folder).path())
                .open(HandlerOptions.of(namespace.namespace()).withDeadline(deadline));
    }
}
