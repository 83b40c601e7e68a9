package io.podbridge.tests.cli;

import com.google.gson.JsonObject;
import io.podbridge.Bindings;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong is said in one sentence, with the exit code that goes with it, and nothing is touched. */
@ExtendWith(NetnsExtension.class)
class BadInputTest {
    @TempDir
    Path journals;

    private static Arguments says(int exit, String words, String... arguments) {
        return Arguments.of(exit, words, List.of(arguments));
    }

    static Stream<Arguments> onAPod() {
        return Stream.of(says(4, "\"eth7\"", "--interface", "eth7"),
                says(2, "16 bytes", "--interface", "sixteen-bytes-xx"),
                says(2, "'/'", "--interface", "eth/0"),
                says(2, "white space", "--interface", "eth 0"),
                says(2, "-eth0", "--interface=-eth0"),
                says(2, "\"..\"", "--interface", ".."),
                says(2, "multicast", "--mac", "01:00:5e:00:00:01"),
                says(2, "all zero", "--mac", "00:00:00:00:00:00"),
                says(2, "six bytes", "--mac", "02:00:00:00:01"),
                says(2, "six bytes", "--mac", "02:00:00:00:00:zz"),
                says(2, "0 to 99", "--index", "100"),
                says(2, "0 to 99", "--index", "-1"),
                says(2, "1 to 256", "--tap-queues", "0"),
                says(2, "negative", "--tap-uid", "-5"),
                says(2, "--placeholder", "--placeholder", "cheese"),
                says(2, "16 bytes", "--bridge", "sixteen-bytes-xx"),
                says(2, "--nonsense", "--nonsense"),
                says(1, "cheese", "--backend", "cheese"));
    }

    @ParameterizedTest
    @MethodSource("onAPod")
    void aWrongValueIsNamed(int exit, String words, List<String> arguments, TestPod pod) {
        PodSnapshot before = pod.snapshot();
        Podbridge run = Podbridge.run(journals,
                Stream.concat(Stream.of("bind", "--netns", pod.pod().name()), arguments.stream()).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).contains(words).startsWith("podbridge: ").doesNotContain("\tat ", "Exception");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(pod).isUnchangedSince(before);
        assertThat(Bindings.in(journals).list()).isEmpty();
    }

    static Stream<Arguments> noNamespace() {
        return Stream.of(says(1, "no-such-namespace", "--netns", "no-such-namespace"),
                says(1, "/proc/self/status", "--netns", "/proc/self/status"),
                says(1, "/proc/self/ns/mnt", "--netns", "/proc/self/ns/mnt"),
                says(1, "4194304", "--pid", "4194304"),
                says(2, "--pid", "--pid", "-3"),
                says(2, "--pid", "--pid", "one"),
                says(2, "--pid", "--pid", "1", "--netns", "x"));
    }

    @ParameterizedTest
    @MethodSource("noNamespace")
    void aNamespaceThatIsNoneIsNamed(int exit, String words, List<String> arguments) {
        Podbridge run = Podbridge.run(journals, Stream.concat(Stream.of("bind"), arguments.stream()).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).contains(words).startsWith("podbridge: ").doesNotContain("\tat ", "Exception");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void errorsAreJsonWhereJsonIsWanted(TestPod pod) {
        Podbridge run = Podbridge.run(journals, "bind", "--netns", pod.pod().name(), "--interface", "eth7", "--json");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.error().get("message").getAsString()).contains("eth7");
        Podbridge gone = Podbridge.run(journals, "verify", "--netns", "no-such-namespace", "--json");
        JsonObject error = gone.error();
        assertThat(error.get("kind").getAsString()).isEqualTo("NOT_FOUND");
        assertThat(error.get("errno").getAsString()).isEqualTo("ENOENT");
    }

    static Stream<Arguments> journalsThatAreNone() {
        return Stream.of(Arguments.of("empty", ""), Arguments.of("torn", "{\"format\""),
                Arguments.of("foreign", "{\"name\": \"something else\"}"), Arguments.of("no JSON", "hello"));
    }

    @ParameterizedTest
    @MethodSource("journalsThatAreNone")
    void aJournalThatIsNoneIsNamedAndLeftAlone(String what, String content, TestPod pod) throws IOException {
        Podbridge.run(journals, "bind", "--netns", pod.pod().name());
        Path journal = onlyJournal();
        String good = Files.readString(journal);
        Files.writeString(journal, content);
        PodSnapshot before = pod.snapshot();
        for (String verb : List.of("bind", "release", "verify")) {
            Podbridge run = Podbridge.run(journals, verb, "--netns", pod.pod().name());
            assertThat(run.exit()).as(what + " " + verb).isEqualTo(1);
            assertThat(run.err()).contains(journal.toString()).doesNotContain("\tat ", "Exception");
            assertThat(run.err().lines()).hasSize(1);
        }
        assertThat(journal).hasContent(content);
        assertThat(pod).isUnchangedSince(before);
        assertThat(Podbridge.run(journals, "list").out()).contains("UNREADABLE");
        Files.writeString(journal, good);
        assertThat(Podbridge.run(journals, "release", "--netns", pod.pod().name()).exit()).isZero();
    }

    @Test
    void aNewerJournalIsNamedAndLeftAlone(TestPod pod) throws IOException {
        Podbridge.run(journals, "bind", "--netns", pod.pod().name());
        Path journal = onlyJournal();
        String newer = Files.readString(journal).replaceFirst("(\"version\"\\s*:\\s*)[0-9]+", "$199");
        Files.writeString(journal, newer);
        Podbridge run = Podbridge.run(journals, "verify", "--netns", pod.pod().name());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("99", "newer");
        assertThat(journal).hasContent(newer);
    }

    @Test
    void aJournalDirectoryThatIsAFileIsNamed(TestPod pod) throws IOException {
        Path file = Files.writeString(journals.resolve("file"), "");
        PodSnapshot before = pod.snapshot();
        Podbridge run = Podbridge.run(file, "bind", "--netns", pod.pod().name());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(file.toString());
        assertThat(pod).isUnchangedSince(before);
    }

    private Path onlyJournal() throws IOException {
        try (Stream<Path> files = Files.list(journals)) {
            return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
        }
    }
}
