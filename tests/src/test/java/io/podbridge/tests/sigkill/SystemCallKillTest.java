package io.podbridge.tests.sigkill;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.Combinations;
import io.podbridge.tests.matrix.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process is killed as it enters a system call that changes the kernel or the journal, each in turn: strace(1) sends the signal before
 * the call is carried out. What comes before one call is what is left behind the one before it. With iproute2 it is an ip(8) that dies at
 * some of them, of which the verb makes one clear error. It takes minutes, so it is for {@code -Plong}.
 */
@EnabledIfSystemProperty(named = "podbridge.long", matches = "true")
@ExtendWith(NetnsExtension.class)
class SystemCallKillTest {
    private static final int FAR_MORE_THAN_A_VERB_MAKES = 1000;

    @TempDir
    Path scratch;

    static Stream<Arguments> calls() {
        return Combinations.of(FatalCall.values(), Backend.values(), ChangingVerb.values())
                .filter(chosen -> ((FatalCall) chosen.get()[0]).isMadeBy((Backend) chosen.get()[1],
                        (ChangingVerb) chosen.get()[2]));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void thePodIsBoundOrReleasedByTheNextProcess(FatalCall call, Backend backend, ChangingVerb verb, TestPod pod)
            throws Exception {
        NetnsRequirement.check(TestNamespace.isInstalled("strace"), "there is no strace(1)");
        Scene scene = new Scene(pod, scratch.resolve("journals"));
        // Only the second process finds files in its way that can be deleted.
        scene.recover(backend, 0, "undisturbed");
        Path trace = scratch.resolve("trace.txt");
        Tally killed = new Tally();
        boolean dead = true;
        for (int turn = 1; dead && turn < FAR_MORE_THAN_A_VERB_MAKES; turn++) {
            scene.ready(verb);
            int exit = scene.run(call.killing(turn, trace, backend, scene.victim(backend, verb, 0)));
            dead = FatalCall.hasKilled(trace);
            assertThat(exit).as("%s %s", call, turn).isIn(dead ? FatalCall.endings(backend) : List.of(0));
            scene.recover(backend, turn, verb + " killed at " + call + " " + turn);
            killed.count(dead);
        }
        killed.report("killed: " + backend + ": " + verb + ": in " + call);
    }
}
