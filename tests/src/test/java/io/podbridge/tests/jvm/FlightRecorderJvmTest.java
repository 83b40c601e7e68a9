package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The flight recorder is used where there is one, and not missed where there is none. */
class FlightRecorderJvmTest {
    private static final String REFUSED = "NO_SUCH_INTERFACE";

    @TempDir
    static Path scratch;

    private static Path consumer;

    @BeforeAll
    static void compile() throws IOException {
        consumer = Consumer.jar(scratch);
    }

    private static JavaRun run(JavaCommand java, JavaPath path) throws IOException, InterruptedException {
        return path.of(java, Stream.concat(Stream.of(consumer, Jars.iproute2()), Jars.coreWithLibraries().stream()).toList(),
                Consumer.PLAN).with(scratch.resolve("journals").toString()).run(scratch);
    }

    @ParameterizedTest(name = "on Java {0} and the {1}")
    @CsvSource({"25, CLASS_PATH", "25, MODULE_PATH", "17, CLASS_PATH", "17, MODULE_PATH"})
    void aRecordingThatIsStartedWithTheProgramHasOurEvents(int java, JavaPath path) throws Exception {
        Path file = scratch.resolve(java + "-" + path + ".jfr");
        JavaRun run = run(JavaCommand.on(java).with("-XX:StartFlightRecording:filename=" + file), path);

        assertThat(run.lines()).as(run.toString()).contains(REFUSED);
        assertThat(Files.exists(file)).as(run.toString()).isTrue();
        assertThat(RecordingFile.readAllEvents(file)).filteredOn(event -> event.getEventType().getName().equals("podbridge.Verb"))
                .singleElement().satisfies(verb -> assertThat(verb.getString("verb")).isEqualTo("PLAN"));
    }

    @ParameterizedTest
    @CsvSource({"CLASS_PATH, java.base", "MODULE_PATH, 'example,io.podbridge.iproute2'"})
    void aJavaWithoutItDoesWithoutIt(JavaPath path, String modules) throws Exception {
        JavaRun run = run(JavaCommand.on(25).with("--limit-modules=" + modules), path);
        assertThat(run.lines()).as(run.toString()).containsExactly(REFUSED);
    }
}
