package io.podbridge.tests.exclusion;

import io.podbridge.Bindings;
import io.podbridge.binding.Phase;
import io.podbridge.cli.Main;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.cli.Podbridge;
import io.podbridge.tests.jvm.ThisJava;
import io.podbridge.tests.matrix.ChangingVerb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** One pod, and several who want to bind or release it. */
final class Contest {
    private final TestPod pod;
    private final Path journals;
    private final PodSnapshot before;

    Contest(TestPod pod, Path journals) {
        this.pod = pod;
        this.journals = journals;
        this.before = pod.snapshot();
    }

    /** {@return a process in the midst of a verb} */
    HolderProcess holder(ChangingVerb verb) throws IOException {
        if (verb == ChangingVerb.RELEASE) {
            assertThat(command(ChangingVerb.PREPARE).exit()).isZero();
        }
        return HolderProcess.start(verb, pod.pod().name(), journals);
    }

    /** {@return what came of a command that this process has run} */
    Podbridge command(ChangingVerb verb, String... more) {
        return Podbridge.run(journals, words(verb, more));
    }

    /** {@return the same, waiting in a thread of its own for whoever has the lock now} */
    Waiting waiting(ChangingVerb verb) {
        return Waiting.start(() -> command(verb, "--wait", "60"));
    }

    /** {@return the command in a process of its own, which has just been started} */
    CommandProcess process(ChangingVerb verb, String... more) throws IOException {
        String[] words = Stream.concat(Stream.of(words(verb, more)), Stream.of("--journal-dir", journals.toString()))
                .toArray(String[]::new);
        return CommandProcess.start(ThisJava.command(Main.class, words));
    }

    private String[] words(ChangingVerb verb, String... more) {
        return Stream
                .concat(Stream.of(verb == ChangingVerb.PREPARE ? "bind" : "release", "--netns", pod.pod().name()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    Phase phase() {
        return Bindings.in(journals).configurator(pod.namespace(), Holder.BINDING).phase();
    }

    /** The pod is bound or not, wholly, and comes back as it was. */
    void ends() {
        if (phase() != Phase.PENDING) {
            assertThat(phase()).isEqualTo(Phase.PREPARED);
            assertThat(Podbridge.run(journals, "verify", "--netns", pod.pod().name()).exit()).isZero();
            assertThat(command(ChangingVerb.RELEASE).exit()).isZero();
        }
        assertThat(pod).isUnchangedSince(before);
        assertThat(Bindings.in(journals).list()).isEmpty();
    }
}
