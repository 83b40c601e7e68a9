package io.podbridge.tests.jvm;

import com.google.common.collect.ImmutableList;
import io.podbridge.testkit.netns.NetnsRequirement;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The testkit in the tests of a user, under {@code src/test/resources/suite}: compiled against one JUnit and run by it. */
class TestkitJarTest {
    @TempDir
    Path scratch;

    @ParameterizedTest(name = "the {1} JUnit on Java {0}")
    @CsvSource({"17, oldest", "25, newest"})
    void worksWith(int java, String junit) throws Exception {
        NetnsRequirement.check();
        List<Path> jars = ImmutableList.<Path>builder().addAll(Jars.toCompileWith())
                .add(Jars.testkit(), Jars.panama(), Jars.iproute2(), Jars.junit(junit), Jars.of(Assertions.class)).build();
        Path suite = SmallJar.compiled(Jars.sources("suite"), scratch, jars).write(scratch.resolve("suite.jar"));
        JavaRun run = JavaCommand.on(java).with(JavaPath.CLASS_PATH.nativeAccess())
                .classPath(ImmutableList.<Path>builder().addAll(jars).add(suite, Jars.of(net.bytebuddy.ByteBuddy.class)).build(),
                        "org.junit.platform.console.ConsoleLauncher")
                .with("execute", "--scan-classpath=" + suite, "--include-classname=.*", "--fail-if-no-tests", "--details=tree",
                        "--disable-ansi-colors", "--include-methodname=.*(PodTest|NetlinkHandlerContract[$]Links)#.*")
                .run(scratch);
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("thePodHasItsAddress").containsPattern("LinksContract|Links ")
                .contains("0 tests failed", "0 tests skipped", "0 tests aborted").containsPattern("[1-9]\\d* tests successful");
    }
}
