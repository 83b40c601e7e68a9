package io.podbridge.tests.sigkill;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.EveryCombination;
import io.podbridge.tests.matrix.Tally;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A JVM that binds or releases a pod of the real kernel is halted behind each of its requests. */
@ExtendWith(NetnsExtension.class)
class HaltTest {
    private static final int FAR_MORE_THAN_A_VERB_SENDS = 1000;

    @TempDir
    Path scratch;

    @EveryCombination
    void thePodIsBoundOrReleasedByTheNextProcess(Backend backend, ChangingVerb verb, TestPod pod) throws Exception {
        Scene scene = new Scene(pod, scratch.resolve("journals"));
        Tally halted = new Tally();
        int exit = Victim.HALTED;
        for (int request = 1; exit == Victim.HALTED && request < FAR_MORE_THAN_A_VERB_SENDS; request++) {
            scene.ready(verb);
            exit = scene.run(scene.victim(backend, verb, request));
            scene.recover(backend, request, verb + " halted after request " + request);
            halted.count(exit == Victim.HALTED);
        }
        assertThat(exit).isZero();
        halted.report("killed: " + backend + ": " + verb + ": halted");
    }
}
