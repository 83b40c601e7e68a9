package io.podbridge.tests.jvm;

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

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void startsWithNothingOnStderr(int feature) throws Exception {
        JavaRun version = PodbridgeJar.run(feature, scratch, "--version");
        assertThat(version.err()).isEmpty();
        assertThat(version.exit()).isZero();
        assertThat(version.out()).startsWith("podbridge ");
    }

    @Test
    @ExtendWith(NetnsExtension.class)
    void bindsAPod(TestPod pod) throws Exception {
        String journals = scratch.resolve("journals").toString();
        JavaRun bound = PodbridgeJar.run(25, scratch, "bind", "--netns", pod.pod().name(), "--journal-dir", journals);
        assertThat(bound.err()).isEmpty();
        assertThat(bound.exit()).isZero();
        assertThat(pod.ip("link", "show", "k6t-eth0")).contains("UP");
        assertThat(PodbridgeJar.run(25, scratch, "release", "--netns", pod.pod().name(), "--journal-dir", journals).exit())
                .isZero();
    }

    @Test
    @ExtendWith(NetnsExtension.class)
    void withoutPrivilegeAPodIsNotTouched(TestPod pod) throws Exception {
        PodSnapshot before = pod.snapshot();
        JavaRun denied = PodbridgeJar.asNobody(25, scratch)
                .with("bind", "--netns", pod.pod().name(), "--journal-dir", scratch.resolve("journals").toString()).run(scratch);
        assertThat(denied.exit()).isEqualTo(1);
        assertThat(denied.err().lines()).hasSize(1);
        assertThat(denied.err()).startsWith("podbridge: cannot enter ").contains("EPERM", "CAP_SYS_ADMIN");
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    @ExtendWith(NetnsExtension.class)
    void theDemoEndsWellAndLeavesNothingBehind() throws Exception {
        JavaRun demo = PodbridgeJar.run(25, scratch, "demo");
        assertThat(demo.err()).isEmpty();
        assertThat(demo.exit()).isZero();
        assertThat(demo.out()).contains("Java 25", "panama", "k6t-eth0", "eth0-nic", "tap0", "10.244.1.7/24",
                "fd00:10:244:1::7/64",
                "as before");
    }
}
