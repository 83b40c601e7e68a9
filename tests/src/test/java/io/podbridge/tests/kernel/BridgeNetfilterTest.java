package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Drift;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A pod whose firewall drops what is forwarded, with nft(8): bridged packets pass it too, unless the binding keeps it away from them. */
@ExtendWith(NetnsExtension.class)
class BridgeNetfilterTest {
    private static final String SETTINGS = "/proc/sys/net/bridge/bridge-nf-call-";
    private static final List<String> TABLES = List.of("iptables", "ip6tables", "arptables");

    @TempDir
    Path journals;

    private TestPod pod;

    @BeforeEach
    void drop(TestPod made) {
        pod = made;
        NetnsRequirement.check(TestNamespace.isInstalled("nft"), "there is no nft(8): install nftables");
        boolean bridgeNetfilter = pod.exec("ls", "/proc/sys/net").contains("bridge");
        NetnsRequirement.check(bridgeNetfilter, "the kernel has no bridge netfilter: load the module br_netfilter");
        pod.exec("nft", "add table ip filter; add chain ip filter forward { type filter hook forward priority 0; policy drop; }");
    }

    private BridgePodNetworkConfigurator configurator(boolean netfilterOff) {
        return Bindings.in(journals).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withBridgeNetfilterOff(netfilterOff));
    }

    private List<String> settings() {
        return TABLES.stream().map(table -> pod.exec("cat", SETTINGS + table).strip()).toList();
    }

    /** The bridge's own setting is off from the start, and the namespace's is enough. */
    @Test
    void theVmsTrafficIsLostAndPreflightWarnedOfIt() {
        assertThat(configurator(false).preparePodNetworkInterface().warnings())
                .anySatisfy(warning -> assertThat(warning).contains("bridge-nf-call-iptables is 1").contains("FORWARD"));
        assertThat(Ips.kindData(Ips.link(pod, "k6t-eth0")).get("nf_call_iptables").getAsInt()).isZero();
        try (BridgedGuest guest = new BridgedGuest(pod)) {
            assertThat(guest.reachesTheNode()).isFalse();
        }
    }

    @Test
    void keptAwayForTheBindingItLetsTheVmsTrafficPassAndReleaseBringsItBack() {
        PodSnapshot before = pod.snapshot();
        assertThat(configurator(true).preparePodNetworkInterface().warnings()).noneMatch(warning -> warning.contains("FORWARD"));
        assertThat(settings()).containsOnly("0");
        try (BridgedGuest guest = new BridgedGuest(pod)) {
            assertThat(guest.reachesTheNode()).isTrue();
        }
        assertThat(configurator(true).verify()).isEmpty();
        assertThat(configurator(true).release()).isTrue();
        assertThat(settings()).containsOnly("1");
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void whatWasOffBeforeStaysOff() {
        pod.exec("sh", "-c", "echo 0 > " + SETTINGS + "iptables");
        configurator(true).preparePodNetworkInterface();
        assertThat(settings()).containsOnly("0");
        assertThat(configurator(true).release()).isTrue();
        assertThat(settings()).containsExactly("0", "1", "1");
    }

    @Test
    void somebodyWhoSwitchesItOnIsFoundAndPutRightWhateverOptionsVerifyIsAskedWith() {
        configurator(true).preparePodNetworkInterface();
        pod.exec("sh", "-c", "echo 1 > " + SETTINGS + "ip6tables");
        assertThat(configurator(false).verify()).extracting(Drift::step).containsExactly("bridge-netfilter");
        assertThat(configurator(true).preparePodNetworkInterface().changed()).isTrue();
        assertThat(configurator(true).verify()).isEmpty();
        assertThat(settings()).containsOnly("0");
    }
}
