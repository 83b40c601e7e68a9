package io.podbridge.tests.cni;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.tests.guest.CheapGuest;
import io.podbridge.tests.guest.Installed;
import io.podbridge.tests.guest.Traffic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A port of the node that the plugin portmap, chained to another, forwards to the pod leads to the guest. */
@ExtendWith(NetnsExtension.class)
class PortmapTest {
    private static final String PORTMAP = """
            {'cniVersion': '1.0.0', 'name': 'net', 'type': 'portmap', 'capabilities': {'portMappings': true},
             'runtimeConfig': {'portMappings': [{'hostPort': 8080, 'containerPort': 80, 'protocol': 'tcp'}]}}""";

    @TempDir
    Path directory;

    @Test
    void aPortOfTheNodeLeadsToTheGuest() throws Exception {
        Installed.assume("iptables", "nft");
        try (CniPod pod = CniPod.make(CniPlugin.PTP, directory)) {
            pod.add();
            JsonObject portmap = JsonParser.parseString(PORTMAP).getAsJsonObject();
            portmap.add("prevResult", pod.result());
            assertThat(pod.call("ADD", portmap).complaint()).isEmpty();
            String complaint = pod.call("CHECK", portmap).complaint();
            BridgePodNetworkConfigurator configurator = Bindings.in(directory).configurator(pod.pod().namespace(),
                    BridgeBinding.of("eth0"));
            try (CheapGuest guest = CheapGuest.start(pod.pod(), "tap0", configurator.preparePodNetworkInterface().dhcpConfig())) {
                Traffic.connects(pod.node(), "10.66.0.1", 8080, guest.namespace(), 80);
                // This version's CHECK complains of IPv6 rules that its ADD has not made, bound or not.
                assertThat(pod.call("CHECK", portmap).complaint()).isEqualTo(complaint);
            }
            configurator.release();
            assertThat(pod.node().exec("nft", "list", "ruleset")).contains("8080");
            assertThat(pod.call("DEL", portmap).complaint()).isEmpty();
            assertThat(pod.del().complaint()).isEmpty();
            assertThat(pod.node().exec("nft", "list", "ruleset")).doesNotContain("8080");
            System.out.println("CNI portmap: the node's port 8080 led to the guest's 80, and is gone after DEL");
        }
    }
}
