package io.podbridge.tests.kernel;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.assertions.PodAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The route of an IPv6 address to itself, which the kernel makes some time after the address. */
@ExtendWith(NetnsExtension.class)
class OwnRouteTest {
    private static final String OWN = "local fd00:10:244:1::7 dev eth0 table local proto kernel metric 1024";

    @Test
    void aPodThatHasItsRouteALittleLaterIsUnchanged(TestPod pod) {
        pod.awaitLinkLocal();
        try (NetlinkHandler handler = NetlinkHandlers.open(pod.namespace())) {
            kernelsRouteGoes(pod);
            route(pod, "add");
            NamespaceState before = NamespaceState.read(handler);
            assertThat(before.hasOwnRoutes()).isTrue();
            route(pod, "del");
            assertThat(NamespaceState.read(handler).hasOwnRoutes()).isFalse();
            PodAssert readWithoutIt = assertThat(handler);
            route(pod, "add");
            readWithoutIt.isUnchangedSince(before);
        }
    }

    @Test
    void aPodThatNeverHasItHasLostIt(TestPod pod) {
        pod.awaitLinkLocal();
        try (NetlinkHandler handler = NetlinkHandlers.open(pod.namespace())) {
            NamespaceState before = NamespaceState.read(handler);
            kernelsRouteGoes(pod);
            assertThatThrownBy(() -> assertThat(handler).isUnchangedSince(before)).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("- local fd00:10:244:1::7");
        }
    }

    /** It has no metric, which {@code ip(8)} cannot give to one of its own. */
    private static void kernelsRouteGoes(TestPod pod) {
        pod.ip("-6", "route", "del", "local", "fd00:10:244:1::7", "dev", "eth0", "table", "local");
    }

    private static void route(TestPod pod, String what) {
        pod.exec("sh", "-c", "ip -6 route " + what + " " + OWN);
    }
}
