package io.podbridge.tests.sigkill;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.EveryCombination;
import io.podbridge.tests.matrix.Tally;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that binds or releases a pod of the real kernel is killed (SIGKILL) at random moments of its life. */
@ExtendWith(NetnsExtension.class)
class RandomKillTest {
    /** Of each backend and verb: a few in every build, a thousand in all with {@code -Plong}. */
    private static final int KILLS = Integer.getInteger("podbridge.kills", Boolean.getBoolean("podbridge.long") ? 250 : 8);
    private static final long SEED = Long.getLong("podbridge.kills.seed", new SecureRandom().nextInt());

    @TempDir
    Path scratch;

    @EveryCombination
    void thePodIsBoundOrReleasedByTheNextProcess(Backend backend, ChangingVerb verb, TestPod pod) throws Exception {
        Scene scene = new Scene(pod, scratch.resolve("journals"));
        Random dice = new Random(SEED);
        long whole = undisturbed(scene, backend, verb);
        Tally killed = new Tally();
        for (int turn = 1; turn <= KILLS; turn++) {
            scene.ready(verb);
            long moment = (long) (dice.nextDouble() * whole);
            OptionalLong ended = endedWithin(moment, scene.victim(backend, verb, 0));
            killed.count(ended.isEmpty());
            whole = ended.orElse(whole);
            scene.recover(backend, turn, verb + " killed after " + TimeUnit.NANOSECONDS.toMicros(moment) + " us, seed " + SEED);
        }
        killed.report("killed: " + backend + ": " + verb + ": at random, seed " + SEED + ":");
    }

    /** {@return how long it took, if it was not killed; the time counts from when it is about to do something to the pod} */
    private static OptionalLong endedWithin(long moment, List<String> command) throws Exception {
        Process victim = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = victim.inputReader()) {
            assertThat(said.readLine()).isEqualTo(Victim.BEGUN);
            long begun = System.nanoTime();
            boolean ended = victim.waitFor(moment, TimeUnit.NANOSECONDS);
            long took = System.nanoTime() - begun;
            int exit = victim.destroyForcibly().waitFor();
            if (ended) {
                assertThat(exit).isZero();
            }
            return ended ? OptionalLong.of(took) : OptionalLong.empty();
        }
    }

    private static long undisturbed(Scene scene, Backend backend, ChangingVerb verb) throws Exception {
        scene.ready(verb);
        Process victim = new ProcessBuilder(scene.victim(backend, verb, 0)).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = victim.inputReader()) {
            assertThat(said.readLine()).isEqualTo(Victim.BEGUN);
            long start = System.nanoTime();
            assertThat(said.readLine()).isEqualTo(Victim.DONE);
            long whole = System.nanoTime() - start;
            assertThat(victim.waitFor()).isZero();
            scene.recover(backend, 0, "undisturbed");
            return whole;
        }
    }
}
