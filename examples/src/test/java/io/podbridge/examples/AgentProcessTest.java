package io.podbridge.examples;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The agent as a node runs it, on a pod of this kernel. */
@ExtendWith(NetnsExtension.class)
class AgentProcessTest {
    @TempDir
    Path folder;

    private Path answer;

    @BeforeEach
    void find() {
        answer = folder.resolve("answers/vm-1.json");
    }

    private Path ask(TestPod pod) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve("requests")).resolve("vm-1"),
                pod.namespace().path().toString());
    }

    @Test
    void theManifestGivesItEnoughToBindAndAtItsEndItReleases(TestPod pod) throws Exception {
        PodSnapshot before = pod.snapshot();
        try (AgentProcess agent = AgentProcess.in(folder)) {
            ask(pod);
            agent.awaitThere(answer);
            assertThat(answer).content().contains("10.244.1.7/24");
            assertThat(pod.ip("link", "show", "dev", "tap0")).contains("master k6t-eth0");
            agent.terminate();
        }
        assertThat(before.difference(pod.snapshot())).isEmpty();
    }

    @Test
    void oneThatIsKilledLeavesThePodBoundAndTheNextOneReleasesIt(TestPod pod) throws Exception {
        PodSnapshot before = pod.snapshot();
        Path request = ask(pod);
        try (AgentProcess killed = AgentProcess.in(folder)) {
            killed.awaitThere(answer);
        }
        assertThat(pod.ip("link", "show", "dev", "tap0")).contains("master k6t-eth0");
        try (AgentProcess next = AgentProcess.in(folder)) {
            Files.delete(request);
            next.awaitGone(answer);
        }
        assertThat(before.difference(pod.snapshot())).isEmpty();
    }
}
