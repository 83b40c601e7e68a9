package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.StepFailedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Phase;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.testkit.netns.LinuxVersion;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Release brings a pod back as it was, told by {@code ip(8)} and {@code /proc/sys}. */
@ExtendWith(NetnsExtension.class)
class ReleasedPodTest {
    @TempDir
    Path journals;

    private BridgePodNetworkConfigurator configurator(TestPod pod, String nic) {
        return Bindings.in(journals).configurator(pod.namespace(), BridgeBinding.of(nic));
    }

    private void bindAndRelease(TestPod pod) {
        PodSnapshot before = pod.snapshot();
        configurator(pod, "eth0").preparePodNetworkInterface();
        assertThat(before.difference(pod.snapshot())).isNotEmpty();
        assertThat(configurator(pod, "eth0").release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
        assertThat(configurator(pod, "eth0").phase()).isEqualTo(Phase.PENDING);
    }

    @Test
    void aPlainPodIsAsBefore(TestPod pod) {
        bindAndRelease(pod);
    }

    @Test
    void whatHasExpiredMeanwhileStaysAway(TestPod pod) {
        pod.ip("addr", "add", "10.77.0.5/24", "dev", "eth0", "valid_lft", "1000", "preferred_lft", "1000");
        pod.ip("-6", "addr", "add", "fd00:77::5/64", "dev", "eth0", "valid_lft", "1000", "preferred_lft", "1000", "nodad");
        configurator(pod, "eth0").preparePodNetworkInterface();
        Instant bound = Instant.now();
        var later = Bindings.in(journals)
                .withClockAndRandom(Clock.fixed(bound.plusSeconds(2000), ZoneOffset.UTC), new SecureRandom())
                .configurator(pod.namespace(), BridgeBinding.of("eth0"));
        assertThat(later.release()).isTrue();
        assertThat(Ips.addresses(Ips.link(pod, "eth0"))).contains("10.244.1.7/24", "fd00:10:244:1::7/64")
                .doesNotContain("10.77.0.5/24", "fd00:77::5/64");
        assertThat(pod.ip("route", "show")).contains("default via 10.244.1.1").doesNotContain("10.77.0.0/24");
        assertThat(pod.exec("cat", "/proc/sys/net/ipv6/conf/eth0/accept_dad")).isEqualToIgnoringNewLines("1");
    }

    @Test
    void aRouteThatTheKernelRefusesKeepsTheJournalAndIsLeftOutWhenForced(TestPod pod) {
        pod.ip("addr", "add", "192.0.2.9/32", "dev", "lo");
        pod.ip("route", "add", "10.9.0.0/16", "via", "10.244.1.1", "dev", "eth0", "src", "192.0.2.9");
        configurator(pod, "eth0").preparePodNetworkInterface();
        pod.ip("addr", "del", "192.0.2.9/32", "dev", "lo");
        assertThatThrownBy(() -> configurator(pod, "eth0").release()).isInstanceOf(StepFailedException.class)
                .hasMessageContaining("10.9.0.0/16 via 10.244.1.1 dev eth0");
        assertThatThrownBy(() -> configurator(pod, "eth0").preparePodNetworkInterface()).isInstanceOf(StepFailedException.class);
        assertThat(configurator(pod, "eth0").phase()).isEqualTo(Phase.RELEASING);
        assertThat(configurator(pod, "eth0").forceRelease()).isTrue();
        assertThat(Ips.linkNames(pod)).containsExactly("eth0", "lo");
        assertThat(pod.ip("route", "show")).contains("default via 10.244.1.1").doesNotContain("10.9.0.0/16");
        assertThat(pod.exec("cat", "/proc/sys/net/ipv6/conf/eth0/accept_dad")).isEqualToIgnoringNewLines("1");
    }

    @Test
    void routesThatSomebodyElseMadeMeanwhileStay(TestPod pod) {
        pod.ip("route", "append", "default", "via", "10.244.1.3", "dev", "eth0");
        PodSnapshot before = pod.snapshot();
        configurator(pod, "eth0").preparePodNetworkInterface();
        pod.ip("link", "add", "other", "type", "bridge");
        pod.ip("addr", "add", "10.50.0.2/24", "dev", "other");
        pod.ip("link", "set", "other", "up");
        pod.ip("route", "add", "default", "via", "10.50.0.1", "dev", "other");
        assertThat(configurator(pod, "eth0").release()).isTrue();
        assertThat(pod.ip("route", "show", "default")).contains("via 10.50.0.1 dev other", "via 10.244.1.1 dev eth0",
                "via 10.244.1.3 dev eth0");
        pod.ip("link", "del", "other");
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void aStrangerWithTheNicsIndexIsLeftAlone(TestPod pod) {
        configurator(pod, "eth0").preparePodNetworkInterface();
        int index = Ips.link(pod, "eth0-nic").get("ifindex").getAsInt();
        pod.ip("link", "del", "eth0-nic");
        pod.ip("link", "add", "stranger", "index", Integer.toString(index), "type", "bridge");
        pod.ip("addr", "add", "10.77.0.1/24", "dev", "stranger");
        String stranger = pod.ip("-o", "addr", "show", "dev", "stranger");
        assertThatThrownBy(() -> configurator(pod, "eth0").release()).isInstanceOf(RefusedException.class)
                .hasMessageContaining("stranger");
        assertThat(configurator(pod, "eth0").forceRelease()).isTrue();
        assertThat(pod.ip("-o", "addr", "show", "dev", "stranger")).isEqualTo(stranger);
        assertThat(Ips.linkNames(pod)).containsExactly("lo", "stranger");
    }

    @Test
    void twoNicsAreReleasedInTheOrderOfBinding(TestPod pod) {
        twoNics(pod, List.of("eth0", "net1"));
    }

    @Test
    void twoNicsAreReleasedInTheOtherOrder(TestPod pod) {
        twoNics(pod, List.of("net1", "eth0"));
    }

    private void twoNics(TestPod pod, List<String> releases) {
        pod.node().ip("link", "add", "veth-net1", "type", "veth", "peer", "name", "net1", "netns", pod.pod().name());
        pod.node().ip("link", "set", "veth-net1", "up");
        pod.ip("addr", "add", "10.77.0.2/24", "dev", "net1");
        pod.ip("link", "set", "net1", "up", "addrgenmode", "none");
        Eventually.holds("net1 is up", () -> pod.ip("link", "show", "net1").contains("state UP"));
        PodSnapshot before = pod.snapshot();
        List.of("eth0", "net1").forEach(nic -> configurator(pod, nic).preparePodNetworkInterface());
        assertThat(Ips.linkNames(pod)).contains("eth0-nic", "k6t-eth0", "tap0", "net1-nic", "k6t-net1", "tap1");
        assertThat(Ips.addresses(Ips.link(pod, "k6t-net1"))).containsExactly("169.254.75.11/32");
        releases.forEach(nic -> assertThat(configurator(pod, nic).release()).isTrue());
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void aRouteOfAnotherLinkThatHasLostItsSourceHasItAgain(TestPod pod) {
        assumeTrue(LinuxVersion.isSince("6.6"), "Linux takes the source since 6.6");
        pod.ip("link", "add", "other", "type", "veth", "peer", "name", "others-peer");
        List.of("other", "others-peer").forEach(link -> pod.ip("link", "set", link, "up", "addrgenmode", "none"));
        pod.ip("-6", "route", "add", "fd99::/64", "dev", "other", "src", "fd00:10:244:1::7");
        PodSnapshot before = pod.snapshot();
        configurator(pod, "eth0").preparePodNetworkInterface();
        pod.ip("-6", "addr", "del", "fd00:10:244:1::7/64", "dev", "eth0");
        assertThat(pod.ip("-6", "route", "show", "fd99::/64")).doesNotContain("src");
        assertThat(configurator(pod, "eth0").release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void releasingWhatIsNotBoundChangesNothing(TestPod pod) {
        PodSnapshot before = pod.snapshot();
        assertThat(configurator(pod, "eth0").release()).isFalse();
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void afterEveryVerbTheNamespaceCanBeDeletedAndItsPeerVanishes(TestPod pod) {
        configurator(pod, "eth0").preparePodNetworkInterface();
        configurator(pod, "eth0").verify();
        pod.pod().close();
        Eventually.holds("the namespace is taken apart", () -> !pod.node().ip("link", "show").contains("veth-pod"));
    }
}
