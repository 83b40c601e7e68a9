package io.podbridge.tests.jvm;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.NetnsRequirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which backend a program gets that has both beside it; each opens a handler and asks it for the loopback. */
class ChoiceTest {
    private static final String NONSENSE = "UNSUPPORTED: cannot open the backend \"nonsense\", which %s names: "
            + "found were panama, iproute2; name one of them";

    @TempDir
    static Path scratch;

    private static Path consumer;

    @BeforeAll
    static void compile() throws IOException {
        NetnsRequirement.check();
        consumer = Consumer.jar(scratch);
    }

    private static JavaCommand consumer(JavaCommand java, JavaPath path) {
        return path.of(java, Stream.concat(Stream.of(consumer, Jars.panama(), Jars.iproute2()), Jars.coreWithLibraries().stream())
                .toList(), Consumer.CHOOSE);
    }

    @ParameterizedTest(name = "on Java {0} and the {1}: {2}")
    @CsvSource({"25, CLASS_PATH, panama", "25, MODULE_PATH, panama", "17, CLASS_PATH, iproute2", "17, MODULE_PATH, iproute2"})
    void withoutAWordTheBestThatCanServeIsTaken(int java, JavaPath path, String chosen) throws Exception {
        JavaCommand command = JavaCommand.on(java).with(path.nativeAccess());
        // Java 17 knows no module of that name on the class path, and takes ALL-UNNAMED for granted.
        assertThat(consumer(command, path).run(scratch).lines()).containsExactly(chosen);
    }

    @ParameterizedTest
    @EnumSource
    void codeWinsOverPropertyAndPropertyOverVariable(JavaPath path) throws Exception {
        JavaCommand both = JavaCommand.on(25).with(path.nativeAccess()).environment("PODBRIDGE_BACKEND", "nonsense");
        JavaCommand property = consumer(both.with("-Dpodbridge.backend=iproute2"), path);
        assertThat(property.run(scratch).lines()).containsExactly("iproute2");
        assertThat(property.with("panama").run(scratch).lines()).containsExactly("panama");
        assertThat(consumer(both, path).environment("PODBRIDGE_BACKEND", "iproute2").run(scratch).lines())
                .containsExactly("iproute2");
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatThereAre() throws Exception {
        JavaCommand java = JavaCommand.on(25);
        assertThat(consumer(java, JavaPath.CLASS_PATH).with("nonsense").run(scratch).lines())
                .containsExactly(String.format(NONSENSE, "the caller"));
        assertThat(consumer(java.with("-Dpodbridge.backend=nonsense"), JavaPath.CLASS_PATH).run(scratch).lines())
                .containsExactly(String.format(NONSENSE, "the system property podbridge.backend"));
        assertThat(consumer(java, JavaPath.CLASS_PATH).environment("PODBRIDGE_BACKEND", "nonsense").run(scratch).lines())
                .containsExactly(String.format(NONSENSE, "the environment variable PODBRIDGE_BACKEND"));
    }

    @Test
    void theOneThatIsNamedIsNeverReplaced() throws Exception {
        assertThat(consumer(JavaCommand.on(17), JavaPath.CLASS_PATH).with("panama").run(scratch).lines()).containsExactly(
                "UNSUPPORTED: cannot open the backend \"panama\", which the caller names: it needs Java 22 or newer, and this is Java 17");
    }

    @ParameterizedTest
    @EnumSource
    void whereNativeAccessIsDeniedIproute2IsTakenAndPanamaNamesTheFlag(JavaPath path) throws Exception {
        JavaCommand denied = consumer(JavaCommand.on(25).with("--illegal-native-access=deny"), path);
        assertThat(denied.run(scratch).lines()).containsExactly("iproute2");
        assertThat(denied.with("panama").run(scratch).lines()).singleElement().asString()
                .endsWith("native access is denied; start Java with " + path.nativeAccess());
        assertThat(
                consumer(JavaCommand.on(25).with("--illegal-native-access=deny", path.nativeAccess()), path).run(scratch).lines())
                .containsExactly("panama");
    }

    /** A program that is linked without being allowed to is complained of on stderr, and an ip that is started leaves a trace. */
    @ParameterizedTest
    @EnumSource
    void oneThatIsNotTakenIsNotEvenAsked(JavaPath path) throws Exception {
        Path trace = Files.createTempFile(scratch, "trace", ".txt");
        JavaCommand warning = JavaCommand.on(25).environment("PATH", TracingIp.in(scratch, trace));
        JavaRun panama = consumer(warning, path).run(scratch);
        assertThat(panama.err()).contains("WARNING", path.nativeAccess());
        assertThat(panama.out()).isEqualTo("panama\n");
        assertThat(trace).isEmptyFile();
        assertThat(consumer(warning, path).with("iproute2").run(scratch).lines()).containsExactly("iproute2");
        assertThat(trace).content().contains("ip -V");
    }

    @Test
    @ExtendWith(NetnsExtension.class)
    void whatTheKernelDeniesIsNoCauseToTakeAnother(TestPod pod, @TempDir Path folder) throws Exception {
        Path trace = Files.createTempFile(folder, "trace", ".txt");
        Files.setPosixFilePermissions(trace, PosixFilePermissions.fromString("rw-rw-rw-"));
        JavaRun denied = PodbridgeJar.asNobody(25, folder).environment("PATH", TracingIp.in(folder, trace))
                .with("show", "--netns", pod.pod().name()).run(folder);
        assertThat(denied.err()).startsWith("podbridge: cannot enter ").contains("EPERM");
        assertThat(denied.exit()).isEqualTo(1);
        assertThat(trace).isEmptyFile();
    }

    @Test
    void whereNoneIsFoundTheErrorNamesTheArtifacts() throws Exception {
        List<Path> alone = Stream.concat(Stream.of(consumer), Jars.coreWithLibraries().stream()).toList();
        assertThat(JavaCommand.on(17).classPath(alone, Consumer.CHOOSE).run(scratch).lines()).singleElement().asString()
                .startsWith("UNSUPPORTED: cannot open a netlink backend: none was found; add ")
                .contains("io.podbridge:podbridge-backend-panama", "io.podbridge:podbridge-backend-iproute2");
    }
}
