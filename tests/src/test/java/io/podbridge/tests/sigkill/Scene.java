package io.podbridge.tests.sigkill;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RecordedBinding;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.jvm.ThisJava;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A pod whose processes are killed, one after the other, and one that lives and puts it right each time. */
final class Scene {
    /** What a shell, and strace(1), makes of SIGKILL. */
    static final int KILLED = 128 + 9;

    private final TestPod pod;
    private final Path journals;
    private final PodSnapshot before;

    Scene(TestPod pod, Path journals) {
        this.pod = pod;
        this.journals = journals;
        furnish(pod);
        this.before = pod.snapshot();
    }

    /** What a binding that stopped half-way puts at risk: labels, secondary addresses, routes that need others, permanent neighbours. */
    private static void furnish(TestPod pod) {
        pod.ip("addr", "add", "10.244.1.8/24", "dev", "eth0", "label", "eth0:1");
        pod.ip("-6", "addr", "add", "fd00:66::5/64", "dev", "eth0", "nodad");
        pod.ip("route", "add", "169.254.1.1", "dev", "eth0", "scope", "link");
        pod.ip("route", "add", "10.96.0.0/12", "via", "169.254.1.1", "dev", "eth0", "table", "100", "metric", "5");
        pod.ip("neigh", "add", "169.254.1.1", "lladdr", "02:11:22:33:44:55", "dev", "eth0", "nud", "permanent");
    }

    /** Brings the pod to where the verb begins. */
    void ready(ChangingVerb verb) {
        if (verb == ChangingVerb.RELEASE) {
            lives(Backend.PANAMA).preparePodNetworkInterface();
        }
    }

    /** {@return the command line of a process that does the verb} */
    List<String> victim(Backend backend, ChangingVerb verb, int haltingAfter) {
        return ThisJava.command(Victim.class, backend.name(), verb.name(), pod.pod().name(), journals.toString(),
                Integer.toString(haltingAfter));
    }

    /** {@return the exit code of a process that runs to its end, wherever that is} */
    int run(List<String> command) throws IOException, InterruptedException {
        Path said = journals.resolveSibling("victim.txt");
        int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        assertThat(exit).as("exit code; %s", Files.readString(said)).isIn(0, Victim.HALTED, Victim.FAILED, KILLED);
        if (exit == Victim.FAILED) {
            List<String> lines = Files.readAllLines(said);
            assertThat(Victim.hasFailedClearly(lines)).as("one clear error, and not %s", lines).isTrue();
        }
        return exit;
    }

    /**
     * Goes on, or goes back at once, with either backend; in the end the pod is as it was. ip(8) reads no cookie, so that where the one
     * that died or the one that goes on has none, a journal which left no trace may have been set aside.
     */
    void recover(Backend dead, int turn, String why) {
        Backend backend = turn % 2 == 0 ? Backend.PANAMA : Backend.IPROUTE2;
        if (turn / 2 % 2 == 0) {
            lives(backend).preparePodNetworkInterface();
            assertThat(lives(backend).verify()).as(why).isEmpty();
        }
        lives(backend).release();
        assertThat(pod).as(why).isUnchangedSince(before);
        assertThat(Bindings.in(journals).list()).as(why)
                .allMatch(
                        left -> List.of(dead, backend).contains(Backend.IPROUTE2) && left.state() == RecordedBinding.State.GONE);
        Bindings.in(journals).list().forEach(RecordedBinding::forget);
    }

    private BridgePodNetworkConfigurator lives(Backend backend) {
        return Bindings.in(journals).withHandlers(backend.handlers()).configurator(pod.namespace(), Victim.BINDING);
    }
}
