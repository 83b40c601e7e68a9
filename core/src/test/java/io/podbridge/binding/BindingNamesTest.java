package io.podbridge.binding;

import io.podbridge.netlink.model.LinkName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BindingNamesTest {

    @ParameterizedTest
    @CsvSource({"eth0, eth0-nic, k6t-eth0, tap0", "net1, net1-nic, k6t-net1, tap1", "lan, lan-nic, k6t-lan, taplan",
            "pod16477688c0e, 16477688c0e-nic, k6t-16477688c0e, tap16477688c0e", "podinfo, podinfo-nic, k6t-podinfo, tapinfo"})
    void areKubeVirts(String name, String nic, String bridge, String tap) {
        assertThat(BindingNames.of(name)).isEqualTo(new BindingNames(nic, bridge, tap));
    }

    @Test
    void thoseOfAHashedNameFit() {
        BindingNames names = BindingNames.of("pod16477688c0e");
        assertThat(names.nic().length()).isEqualTo(LinkName.MAX_BYTES);
        assertThat(names.bridge().length()).isEqualTo(LinkName.MAX_BYTES);
    }
}
