package io.podbridge.tests.jvm;

import com.google.common.collect.ImmutableList;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The oldest guava and gson that are said to do. */
class OldestLibrariesTest {
    @TempDir
    Path scratch;

    @Test
    void haveEveryMemberThatTheJarsReferTo() throws IOException {
        List<MemberReference> missing = new ArrayList<>();
        int checked = 0;
        try (URLClassLoader oldest = new URLClassLoader(urls(Jars.oldestLibraries()), ClassLoader.getPlatformClassLoader())) {
            for (Path jar : Jars.published()) {
                for (MemberReference member : MemberReference.of(jar, "com.google.")) {
                    checked++;
                    if (!member.isIn(oldest)) {
                        missing.add(member);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(checked).isGreaterThan(100);
    }

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        assertThat(jars).hasSize(3);
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @ParameterizedTest(name = "Java {0} with {1}")
    @CsvSource({"17, iproute2", "25, panama"})
    @ExtendWith(NetnsExtension.class)
    void bindVerifyAndReleaseAPod(int java, String backend, TestPod pod) throws Exception {
        PodSnapshot before = pod.snapshot();
        assertThat(podbridge(java, "bind", pod).out()).contains("\"backend\": \"" + backend + "\"");
        podbridge(java, "verify", pod).lines();
        podbridge(java, "release", pod).lines();
        assertThat(before.difference(pod.snapshot())).isEmpty();
    }

    private JavaRun podbridge(int java, String verb, TestPod pod) throws Exception {
        List<Path> jars = ImmutableList.<Path>builder().addAll(Jars.published()).add(Jars.of(CommandLine.class))
                .addAll(Jars.oldestLibraries()).build();
        JavaRun run = JavaCommand.on(java).with(JavaPath.CLASS_PATH.nativeAccess()).classPath(jars, "io.podbridge.cli.Main")
                .with(verb, "--json", "--netns", pod.pod().name(), "--journal-dir", scratch.resolve("journals").toString())
                .run(scratch);
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }
}
