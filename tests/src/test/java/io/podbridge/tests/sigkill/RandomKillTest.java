package io.podbridge.tests.sigkill;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that binds or releases a pod of the real kernel is killed (SIGKILL) at random moments of its life. */
@ExtendWith(NetnsExtension.class)
class RandomKillTest {
    /** Of each backend and verb; a few in every build. */
    private static final int KILLS = Integer.getInteger("podbridge.kills", 12);
    private static final long SEED = Long.getLong("podbridge.kills.seed", new SecureRandom().nextInt());

    @TempDir
    Path scratch;

    static Stream<Arguments> processes() {
        return Stream.of(Backend.values())
                .flatMap(backend -> Stream.of(Verb.values()).map(verb -> Arguments.of(backend, verb)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void the_pod_is_bound_or_released_by_the_next_process(Backend backend, Verb verb, TestPod pod) throws Exception {
        Scene scene = new Scene(pod, scratch.resolve("journals"));
        Random dice = new Random(SEED);
        long whole = undisturbed(scene, backend, verb);
        int killed = 0;
        for (int turn = 1; turn <= KILLS; turn++) {
            scene.ready(verb);
            // The first part of a JVM's life does nothing to the pod.
            long moment = whole / 3 + (long) (dice.nextDouble() * whole);
            Process victim = scene.start(scene.victim(backend, verb, 0));
            boolean ended = victim.waitFor(moment, TimeUnit.NANOSECONDS);
            victim.destroyForcibly().waitFor();
            killed += ended ? 0 : 1;
            scene.recover(turn, verb + " killed after " + TimeUnit.NANOSECONDS.toMicros(moment) + " us, seed " + SEED);
        }
        System.out.println("killed: " + backend + ": " + verb + ": " + killed + " of " + KILLS
                + " processes before their end, seed " + SEED + ", all recovered");
    }

    private static long undisturbed(Scene scene, Backend backend, Verb verb) throws Exception {
        scene.ready(verb);
        long start = System.nanoTime();
        assertThat(scene.start(scene.victim(backend, verb, 0)).waitFor()).isZero();
        long whole = System.nanoTime() - start;
        scene.recover(0, "undisturbed");
        return whole;
    }
}
