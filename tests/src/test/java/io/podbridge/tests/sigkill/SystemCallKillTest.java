package io.podbridge.tests.sigkill;

import com.google.common.collect.ImmutableList;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.Verb;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process is killed as it enters a system call that changes the kernel or the journal, each in turn: strace(1) sends the signal before
 * the call is carried out. What comes before one call is what is left behind the one before it. It takes minutes, so it is for {@code -Plong}.
 */
@EnabledIfSystemProperty(named = "podbridge.long", matches = "true")
@ExtendWith(NetnsExtension.class)
class SystemCallKillTest {
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
            dead = scene.run(ImmutableList.<String>builder()
                    .add("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e",
                            "inject=" + call + ":signal=SIGKILL:when=" + turn)
                    .addAll(scene.victim(Backend.PANAMA, verb, 0)).build()) == Scene.KILLED;
            scene.recover(turn, verb + " killed at " + call + " " + turn);
            killed += dead ? 1 : 0;
        }
        System.out.println("killed: PANAMA: " + verb + ": at " + killed + " calls of " + call + ", all recovered");
    }
}
