package io.podbridge.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(NetnsExtension.class)
class PodSnapshotTest {

    @Test
    void showsLinksAddressesRoutesNeighboursProxiesAndSettings(TestPod pod) {
        pod.ip("neigh", "add", "10.244.1.1", "lladdr", "02:00:00:00:00:01", "dev", "eth0", "nud", "permanent");
        pod.ip("neigh", "add", "proxy", "10.244.1.50", "dev", "eth0");
        pod.ip("nexthop", "add", "id", "5", "via", "10.244.1.1", "dev", "eth0");
        pod.ip("link", "add", "br0", "type", "bridge");
        pod.ip("link", "add", "port0", "master", "br0", "type", "veth", "peer", "name", "port1");

        assertThat(pod.snapshot().sections()).allSatisfy((name, lines) -> assertThat(lines).as(name).isNotEmpty());
        assertThat(pod.snapshot().toString()).contains("mtu 1450", "inet 10.244.1.7/24", "default via 10.244.1.1",
                "default via fd00:10:244:1::1", "lladdr 02:00:00:00:00:01", "10.244.1.50 dev eth0 proxy", "id 5 via 10.244.1.1",
                "master br0",
                "ipv4/conf/eth0/arp_ignore:");
    }

    @Test
    void isEqualToOneOfTheSameNetwork(TestPod pod) {
        PodSnapshot before = pod.snapshot();

        assertThat(pod.snapshot()).isEqualTo(before).hasSameHashCodeAs(before);
        assertThat(before.difference(pod.snapshot())).isEmpty();
    }

    @Test
    void namesWhatIsGoneAndWhatIsNew(TestPod pod) {
        PodSnapshot before = pod.snapshot();
        pod.ip("addr", "add", "10.9.0.1/32", "dev", "eth0");
        pod.ip("route", "del", "default");
        PodSnapshot after = pod.snapshot();

        assertThat(after).isNotEqualTo(before);
        assertThat(before.difference(after))
                .contains("addresses\n", "  + ", "10.9.0.1/32", "IPv4 routes\n  - ", "default via 10.244.1.1")
                .doesNotContain("IPv6 routes", "sysctls");
    }

    @Test
    void seesASettingOfOneLink(TestPod pod) {
        PodSnapshot before = pod.snapshot();
        pod.exec("sysctl", "-q", "-w", "net/ipv4/conf/eth0/arp_ignore=3");

        assertThat(before.difference(pod.snapshot())).contains("+ ipv4/conf/eth0/arp_ignore:3");
    }

    @Test
    void isEqualAgainOnceTheNicHasBeenAwayAndEverythingIsBack(TestPod pod) {
        PodSnapshot before = pod.snapshot();
        pod.ip("link", "set", "eth0", "down");
        assertThat(pod.snapshot()).isNotEqualTo(before);

        pod.ip("link", "set", "eth0", "up");
        pod.ip("addr", "add", "fd00:10:244:1::7/64", "dev", "eth0", "nodad");
        pod.ip("route", "add", "default", "via", "10.244.1.1");
        pod.ip("route", "add", "default", "via", "fd00:10:244:1::1", "dev", "eth0");
        pod.awaitLinkLocal();

        assertThat(before.difference(pod.snapshot())).isEmpty();
    }

    @Test
    void doesNotCountTime(TestPod pod) {
        pod.ip("addr", "add", "10.9.0.1/32", "dev", "eth0", "valid_lft", "7200", "preferred_lft", "3600");
        PodSnapshot before = pod.snapshot();
        pod.ip("addr", "replace", "10.9.0.1/32", "dev", "eth0", "valid_lft", "7100", "preferred_lft", "3500");
        assertThat(pod.snapshot()).isEqualTo(before);

        pod.ip("addr", "replace", "10.9.0.1/32", "dev", "eth0", "valid_lft", "forever", "preferred_lft", "forever");
        assertThat(pod.snapshot()).isNotEqualTo(before);
    }

    @Test
    void isWhatAnAssertionComparesAPodWith(TestPod pod) {
        PodSnapshot before = pod.snapshot();
        assertThat(pod).isUnchangedSince(before);
        assertThat(pod.snapshot()).isUnchangedSince(before);

        pod.ip("addr", "add", "10.9.0.1/32", "dev", "eth0");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(pod).as("bound").isUnchangedSince(before))
                .withMessageStartingWith("[bound] the pod should be as it was before, but has lost (-) and gained (+)")
                .withMessageContainingAll("addresses\n  + ", "10.9.0.1/32");
    }
}
