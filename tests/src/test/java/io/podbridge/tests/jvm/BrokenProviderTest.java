package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Backends of strangers, broken in every way, stand before and behind the good ones. */
class BrokenProviderTest {
    private static final List<Breakage> BROKEN = Arrays.stream(Breakage.values()).filter(it -> it != Breakage.NOTHING).toList();

    @TempDir
    static Path scratch;

    private static Path consumer;
    private static Path sound;
    private static List<Path> broken;

    @BeforeAll
    static void compile() throws IOException {
        consumer = Consumer.jar(scratch);
        sound = Breakage.NOTHING.jar(scratch);
        broken = new ArrayList<>();
        for (Breakage breakage : BROKEN) {
            broken.add(breakage.jar(scratch));
        }
    }

    private static List<Path> with(List<Path> strangers) {
        int half = strangers.size() / 2;
        return Stream.of(Stream.of(consumer), strangers.subList(0, half).stream(), Stream.of(Jars.iproute2(), Jars.panama()),
                strangers.subList(half, strangers.size()).stream(), Jars.coreWithLibraries().stream())
                .flatMap(jars -> jars).toList();
    }

    @ParameterizedTest(name = "on Java {0} and the {1}")
    @CsvSource({"25, CLASS_PATH, panama", "25, MODULE_PATH, panama", "17, CLASS_PATH, iproute2", "17, MODULE_PATH, iproute2"})
    void brokenOnesAreToldAndHideNoGoodOne(int java, JavaPath path, String chosen) throws Exception {
        JavaCommand command = path.of(JavaCommand.on(java).with(path.nativeAccess()), with(broken), Consumer.SURVEY);
        List<String> lines = command.run(scratch).lines();
        assertThat(lines).first().asString().startsWith("* " + chosen + " available: ");
        assertThat(lines).anyMatch(line -> line.contains(" panama ")).anyMatch(line -> line.contains(" iproute2 "));
        // ServiceLoader finds a class that cannot be loaded twice on the module path: by its module, and by META-INF/services.
        assertThat(BROKEN).allSatisfy(
                breakage -> assertThat(lines).anyMatch(line -> line.startsWith("- ") && line.contains(breakage.complaint())));
    }

    @Test
    void theSameProviderWithoutAFlawIsTaken() throws Exception {
        JavaRun survey = JavaCommand.on(17).classPath(with(List.of(sound)), Consumer.SURVEY).run(scratch);
        assertThat(survey.lines()).first().asString().isEqualTo("* " + Breakage.NOTHING.complaint());
    }
}
