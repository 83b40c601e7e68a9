package io.podbridge.tests.jvm;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The executable jar, started as a user starts it. */
class ExecutableJarTest {
    @TempDir
    Path scratch;

    private static JsonObject panama(JarRun backends) {
        return JsonParser.parseString(backends.out()).getAsJsonArray().get(0).getAsJsonObject();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void starts_with_nothing_on_stderr(int feature) throws Exception {
        JarRun version = JarRun.on(feature, scratch, "--version");
        assertThat(version.err()).isEmpty();
        assertThat(version.exit()).isZero();
        assertThat(version.out()).startsWith("podbridge ");
    }

    @Test
    void on_java_25_panama_is_chosen() throws Exception {
        JarRun backends = JarRun.on(25, scratch, "backends", "--json");
        assertThat(backends.err()).isEmpty();
        JsonObject panama = panama(backends);
        assertThat(panama.get("id").getAsString()).isEqualTo("panama");
        assertThat(panama.get("available").getAsBoolean()).isTrue();
        assertThat(panama.get("selected").getAsBoolean()).isTrue();
        assertThat(panama.get("priority").getAsInt()).isEqualTo(100);
    }

    @Test
    void on_java_17_panama_says_which_java_it_needs() throws Exception {
        JarRun backends = JarRun.on(17, scratch, "backends", "--json");
        assertThat(backends.err()).isEmpty();
        JsonObject panama = panama(backends);
        assertThat(panama.get("id").getAsString()).isEqualTo("panama");
        assertThat(panama.get("available").getAsBoolean()).isFalse();
        assertThat(panama.get("reason").getAsString()).contains("Java 22", "Java 17");
    }

    @Test
    @ExtendWith(NetnsExtension.class)
    void binds_a_pod(TestPod pod) throws Exception {
        String journals = scratch.resolve("journals").toString();
        JarRun bound = JarRun.on(25, scratch, "bind", "--netns", pod.pod().name(), "--journal-dir", journals);
        assertThat(bound.err()).isEmpty();
        assertThat(bound.exit()).isZero();
        assertThat(pod.ip("link", "show", "k6t-eth0")).contains("UP");
        assertThat(JarRun.on(25, scratch, "release", "--netns", pod.pod().name(), "--journal-dir", journals).exit()).isZero();
    }

    @Test
    @ExtendWith(NetnsExtension.class)
    void without_privilege_a_pod_is_not_touched(TestPod pod) throws Exception {
        PodSnapshot before = pod.snapshot();
        JarRun denied = JarRun.asNobody(25, scratch, "bind", "--netns", pod.pod().name(), "--journal-dir",
                scratch.resolve("journals").toString());
        assertThat(denied.exit()).isEqualTo(1);
        assertThat(denied.err().lines()).hasSize(1);
        assertThat(denied.err()).startsWith("podbridge: cannot enter ").contains("EPERM", "CAP_SYS_ADMIN");
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    @ExtendWith(NetnsExtension.class)
    void the_demo_ends_well_and_leaves_nothing_behind() throws Exception {
        JarRun demo = JarRun.on(25, scratch, "demo");
        assertThat(demo.err()).isEmpty();
        assertThat(demo.exit()).isZero();
        assertThat(demo.out()).contains("Java 25", "panama", "k6t-eth0", "eth0-nic", "tap0", "10.244.1.7/24",
                "fd00:10:244:1::7/64",
                "as before");
    }
}
