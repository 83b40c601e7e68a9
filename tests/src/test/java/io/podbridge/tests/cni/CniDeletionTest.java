package io.podbridge.tests.cni;

import com.google.gson.JsonObject;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.tests.cli.Podbridge;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody has called DEL before the pod was released: what the commands say, and that the pod can be cleaned up all the same. */
@ExtendWith(NetnsExtension.class)
class CniDeletionTest {
    @TempDir
    Path directory;

    private CniPod pod;
    private String warning;

    @BeforeEach
    void deleteWhileBound() throws Exception {
        pod = CniPod.make(CniPlugin.PTP, directory);
        List<String> addresses = pod.add();
        Podbridge bound = podbridge("bind");
        assertThat(bound.exit()).as(bound.err()).isZero();
        assertThat(pod.del().complaint()).isEmpty();
        warning = "warning: the placeholder \"eth0\" was deleted while the NIC was handed over; if the DEL of a CNI plugin did that, the NIC is"
                + " still there, and " + addresses.get(0) + "/24, " + addresses.get(1)
                + "/64 may be given to another pod: stop the VM, release, and call DEL again";
    }

    @AfterEach
    void close() {
        if (pod != null) {
            pod.close();
        }
    }

    private Podbridge podbridge(String verb) {
        return Podbridge.run(directory, verb, "--netns", pod.pod().name());
    }

    @Test
    void releaseSaysWhatItFoundAndASecondDelLeavesNothing() throws Exception {
        assertThat(Podbridge.run(directory, "list").out()).contains("LIVE").contains("PREPARED").contains("eth0");
        assertThat(podbridge("verify").exit()).isEqualTo(3);
        assertThat(podbridge("verify").out()).contains("placeholder eth0 is missing (");
        assertThat(podbridge("plan").out()).contains(warning);
        assertThat(pod.traces()).contains("eth0-nic").anyMatch(name -> name.startsWith("veth"));

        Podbridge released = podbridge("release");
        assertThat(released.exit()).as(released.err()).isZero();
        assertThat(released.out()).contains("has its network back").contains(warning);
        assertThat(pod.del().complaint()).isEmpty();
        assertThat(pod.traces()).containsExactly("lo", "lo");
        assertThat(Podbridge.run(directory, "list").out()).contains("no journals");
    }

    @Test
    void bindMakesThePlaceholderAnewAndSaysSoOnce() {
        Podbridge bound = podbridge("bind");
        assertThat(bound.exit()).as(bound.err()).isZero();
        assertThat(bound.out()).contains("placeholder: changed").contains(warning);
        assertThat(podbridge("bind").out()).contains("nothing had to be changed").doesNotContain("was deleted");
        assertThat(podbridge("release").out()).contains("has its network back").doesNotContain("was deleted");
    }

    @Test
    void releaseTellsItToScriptsAsWell() {
        JsonObject released = Podbridge.run(directory, "release", "--json", "--netns", pod.pod().name()).json();
        assertThat(released.get("released").getAsBoolean()).isTrue();
        assertThat(released.getAsJsonArray("warnings")).singleElement()
                .hasToString("\"" + warning.substring(9).replace("\"", "\\\"") + "\"");
    }
}
