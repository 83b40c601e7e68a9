package io.podbridge.tests.jvm;

import com.google.common.collect.ImmutableList;
import io.podbridge.binding.Refusal;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.tests.documents.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README shows works, and what it lists is all there is. */
class ReadmeTest {
    @TempDir
    Path scratch;

    @Test
    void theProjectHasAPomAnAgentAndItsTests() throws IOException {
        assertThat(ReadmeProject.extract()).containsExactly("src/main/java/example/OnePod.java", "pom.xml",
                "src/main/java/example/VmAgent.java",
                "src/test/java/example/VmAgentTest.java", "src/test/java/example/VmAgentFakeTest.java",
                "src/test/java/example/VmAgentKernelTest.java", "src/test/java/example/VmAgentCrashTest.java");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theProjectsTestsPassOnJava(int java) throws Exception {
        NetnsRequirement.check();
        ReadmeProject.extract();
        List<Path> jars = ImmutableList.<Path>builder().addAll(Jars.toCompileWith())
                .add(Jars.testkit(), Jars.panama(), Jars.iproute2(), Jars.junit("newest"), Jars.of(Assertions.class)).build();
        Path project = SmallJar.compiled(ReadmeProject.FOLDER.resolve("src"), scratch, jars)
                .write(scratch.resolve("project.jar"));
        JavaRun run = JavaCommand.on(java).with(JavaPath.CLASS_PATH.nativeAccess())
                .classPath(
                        ImmutableList.<Path>builder().addAll(jars).add(project, Jars.of(net.bytebuddy.ByteBuddy.class)).build(),
                        "org.junit.platform.console.ConsoleLauncher")
                .with("execute", "--scan-classpath=" + project, "--details=summary", "--disable-ansi-colors").run(scratch);
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("3 tests successful", "0 tests skipped", "0 tests aborted");
    }

    @Test
    void everyRefusalIsToldHowToBeRidOf() {
        assertThat(SourceTree.text("README.md"))
                .contains(Arrays.stream(Refusal.Code.values()).map(code -> "`" + code + "`").toList());
    }
}
