package io.podbridge.tests.kernel;

import com.google.gson.JsonObject;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Phase;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.TestNamespace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a pod looks like once its interface is handed over, told by {@code ip(8)}. */
@ExtendWith(NetnsExtension.class)
class BoundPodTest {
    @TempDir
    Path journals;

    private TestPod pod;
    private String mac;

    @BeforeEach
    void bind(TestPod made) {
        pod = made;
        mac = pod.shape().mac().toString();
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withTapOwner(107, 108));
        assertThat(configurator.preparePodNetworkInterface().phase()).isEqualTo(Phase.PREPARED);
    }

    @Test
    void thereAreTheFourLinksAndNoOthers() {
        assertThat(Ips.linkNames(pod)).containsExactly("eth0", "eth0-nic", "k6t-eth0", "lo", "tap0");
    }

    @Test
    void theNicIsAPortWithTheBridgesMacAndWithoutAddresses() {
        JsonObject nic = Ips.link(pod, "eth0-nic");
        assertThat(Ips.text(nic, "master")).isEqualTo("k6t-eth0");
        assertThat(Ips.text(nic, "address")).isEqualTo(Ips.text(Ips.link(pod, "k6t-eth0"), "address")).isNotEqualTo(mac);
        assertThat(Ips.addresses(nic)).isEmpty();
        assertThat(Ips.flags(nic)).contains("UP", "LOWER_UP");
        assertThat(Ips.portData(nic).get("learning").getAsBoolean()).isFalse();
        assertThat(Ips.text(nic, "mtu")).isEqualTo("1450");
    }

    @Test
    void thePlaceholderHasThePodsNameMacMtuAndAddressesAndIsDown() {
        JsonObject placeholder = Ips.link(pod, "eth0");
        assertThat(Ips.text(placeholder, "address")).isEqualTo(mac);
        assertThat(Ips.text(placeholder, "mtu")).isEqualTo("1450");
        assertThat(Ips.flags(placeholder)).doesNotContain("UP");
        assertThat(Ips.addresses(placeholder)).containsExactly("10.244.1.7/24", "fd00:10:244:1::7/64");
    }

    @Test
    void theBridgeHasAMacOfItsOwnOneAddressAndNoIpv6() {
        JsonObject bridge = Ips.link(pod, "k6t-eth0");
        assertThat(Ips.addresses(bridge)).containsExactly("169.254.75.10/32");
        assertThat(Ips.flags(bridge)).contains("UP");
        assertThat(Ips.kindData(bridge).get("mcast_snooping").getAsInt()).isZero();
        assertThat(pod.exec("cat", "/proc/sys/net/ipv4/conf/k6t-eth0/arp_ignore")).isEqualToIgnoringNewLines("1");
        assertThat(pod.exec("cat", "/proc/sys/net/ipv4/conf/all/arp_ignore")).isEqualToIgnoringNewLines("0");
    }

    @Test
    void theBridgeLeavesNoChecksumToHardware() {
        assumeTrue(TestNamespace.isInstalled("ethtool") || "true".equals(System.getenv("CI")), "there is no ethtool(8)");
        assertThat(pod.exec("ethtool", "-k", "k6t-eth0")).contains("tx-checksumming: off");
    }

    @Test
    void theTapIsAnOwnedPortWithTheNicsMtu() {
        JsonObject tap = Ips.link(pod, "tap0");
        assertThat(Ips.text(tap, "master")).isEqualTo("k6t-eth0");
        assertThat(Ips.text(tap, "mtu")).isEqualTo("1450");
        assertThat(Ips.flags(tap)).contains("UP");
        assertThat(Ips.addresses(tap)).isEmpty();
        assertThat(pod.ip("tuntap", "show")).contains("tap0: tap").contains("persist").contains("vnet_hdr").contains("user 107")
                .contains("group 108").doesNotContain("multi_queue");
    }

    @Test
    void ipv6IsOffOnBridgeTapAndNic() {
        for (String link : new String[] {"k6t-eth0", "tap0", "eth0-nic"}) {
            assertThat(pod.exec("cat", "/proc/sys/net/ipv6/conf/" + link + "/disable_ipv6")).as(link)
                    .isEqualToIgnoringNewLines("1");
        }
    }

    @Test
    void thePodHasNoRouteLeftButThoseOfTheBridgeAndTheLoopback() {
        assertThat(pod.ip("route", "show")).isBlank();
        assertThat(pod.ip("-6", "route", "show", "default")).isBlank();
    }

    @Test
    void aSecondBindChangesNothingAndSaysSo() {
        var before = pod.snapshot();
        var again = Bindings.in(journals).configurator(pod.namespace(), BridgeBinding.of("eth0").withTapOwner(107, 108))
                .preparePodNetworkInterface();
        assertThat(again.changed()).isFalse();
        assertThat(again.steps()).isNotEmpty().noneMatch(step -> step.changed());
        assertThat(pod).isUnchangedSince(before);
    }
}
