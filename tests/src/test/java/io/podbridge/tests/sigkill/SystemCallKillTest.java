package io.podbridge.tests.sigkill;

import com.google.common.collect.ImmutableList;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process is killed as it enters a system call that changes the kernel or the journal, each in turn: strace(1) sends the signal before
 * the call is carried out. What comes before one call is what is left behind the one before it.
 */
@ExtendWith(NetnsExtension.class)
class SystemCallKillTest {
    private static final int KILLED = 128 + 9;
    private static final int FAR_MORE_THAN_A_VERB_MAKES = 1000;
    /** Netlink messages; taps; the journal written, moved into place and deleted. */
    private static final List<String> CALLS = List.of("sendto", "ioctl", "fsync", "rename", "unlink");

    @TempDir
    Path scratch;

    static Stream<Arguments> calls() {
        return CALLS.stream().flatMap(call -> Stream.of(Verb.values()).map(verb -> Arguments.of(call, verb)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void the_pod_is_bound_or_released_by_the_next_process(String call, Verb verb, TestPod pod) throws Exception {
        NetnsRequirement.check(TestNamespace.isInstalled("strace"), "there is no strace(1)");
        Scene scene = new Scene(pod, scratch.resolve("journals"));
        int killed = 0;
        boolean dead = true;
        for (int turn = 1; dead && turn < FAR_MORE_THAN_A_VERB_MAKES; turn++) {
            scene.ready(verb);
            int exit = scene.start(ImmutableList.<String>builder()
                    .add("strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e",
                            "inject=" + call + ":signal=SIGKILL:when=" + turn)
                    .addAll(scene.victim(Backend.PANAMA, verb, 0)).build()).waitFor();
            assertThat(exit).as("exit code; %s", Files.readString(scene.said())).isIn(0, KILLED);
            dead = exit == KILLED;
            scene.recover(turn, verb + " killed at " + call + " " + turn);
            killed += dead ? 1 : 0;
        }
        System.out.println("killed: PANAMA: " + verb + ": at " + killed + " calls of " + call + ", all recovered");
    }
}
