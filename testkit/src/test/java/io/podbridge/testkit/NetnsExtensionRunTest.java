package io.podbridge.testkit;

import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.testkit.netns.NetnsRequirement;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

/** What the extension does to whole runs of tests. */
class NetnsExtensionRunTest {
    private static final String BY_HAND = "run by the tests above, whatever else a build finds";
    private static final Set<TestPod> PODS = ConcurrentHashMap.newKeySet();
    private static final List<Process> RUNNING = new ArrayList<>();
    private static final List<FileChannel> LEFT_OPEN = new ArrayList<>();

    private static EngineTestKit.Builder run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition");
    }

    @Test
    void aTestThatLeavesTheNamespaceOpenFailsAndThePodIsDeleted() throws IOException {
        NetnsRequirement.check();
        EngineExecutionResults results = run(Leaky.class).execute();
        for (FileChannel left : LEFT_OPEN) {
            left.close();
        }
        results.testEvents().assertThatEvents().haveExactly(1, finishedWithFailure(instanceOf(AssertionError.class),
                message(words -> words.matches("the test has left open in the network namespace \"podbridge-.*-pod\":"
                        + " descriptor [0-9]+ \\(the namespace\\); a NetlinkHandler that is not closed .*"))));
        assertThat(PODS).isNotEmpty().allMatch(NetnsExtensionRunTest::isGone);
    }

    @Test
    void aTestThatLeavesAProcessInTheNamespaceFails() throws Exception {
        NetnsRequirement.check();
        EngineExecutionResults results = run(Haunted.class).execute();
        for (Process left : RUNNING) {
            left.destroy();
            left.waitFor();
        }
        results.testEvents().assertThatEvents().haveExactly(1, finishedWithFailure(instanceOf(AssertionError.class),
                message(words -> words.matches("(?s).*process " + RUNNING.get(0).pid() + " \\(.*cat\\).*"))));
    }

    @Test
    void testsAtTheSameTimeAndInNestedClassesHaveEachAPodOfTheirOwn() {
        NetnsRequirement.check();
        PODS.clear();
        run(Crowd.class).configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent").execute().testEvents()
                .assertStatistics(events -> events.succeeded(6).failed(0).aborted(0));
        assertThat(PODS).hasSize(6).allMatch(NetnsExtensionRunTest::isGone);
    }

    @Test
    void aTestIsSkippedWhereNoNamespaceCanBeMadeUnlessTheyAreRequired() throws Exception {
        assertThat(runWithoutTools()).isEqualTo("skipped 1 failed 0");
        assertThat(runWithoutTools("-Dpodbridge.require=netns")).isEqualTo("skipped 0 failed 1");
    }

    /** Runs in a JVM that does not find ip(8). */
    private static String runWithoutTools(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WithoutTools.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("CI");
        builder.environment().put("PATH", "/nonexistent");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.strip();
    }

    private static boolean isGone(TestPod pod) {
        return Stream.of(pod.pod(), pod.node()).noneMatch(namespace -> Files.exists(Path.of("/run/netns", namespace.name())));
    }

    static final class WithoutTools {
        private WithoutTools() {}

        public static void main(String[] arguments) {
            EngineExecutionResults results = run(Quiet.class).execute();
            System.out.println("skipped " + results.testEvents().aborted().count() + " failed "
                    + results.testEvents().failed().count());
        }
    }

    @Disabled(BY_HAND)
    @ExtendWith(NetnsExtension.class)
    static class Quiet {
        @Test
        void takesAPod(TestPod pod) {
            assertThat(pod).isNotNull();
        }
    }

    @Disabled(BY_HAND)
    @ExtendWith(NetnsExtension.class)
    static class Leaky {
        @Test
        void leavesItsNamespaceOpen(TestPod pod) throws IOException {
            PODS.add(pod);
            LEFT_OPEN.add(FileChannel.open(Path.of("/run/netns", pod.pod().name())));
        }
    }

    @Disabled(BY_HAND)
    @ExtendWith(NetnsExtension.class)
    static class Haunted {
        @Test
        void leavesAProcessThere(TestPod pod) throws IOException {
            Process cat = new ProcessBuilder("ip", "netns", "exec", pod.pod().name(), "cat").start();
            RUNNING.add(cat);
            Eventually.holds("it runs cat", () -> cat.info().command().orElse("").endsWith("cat"));
        }
    }

    @Disabled(BY_HAND)
    @ExtendWith(NetnsExtension.class)
    static class Crowd {
        @RepeatedTest(3)
        void takesAPodAndItsNamespace(TestPod pod, NetworkNamespace namespace) {
            assertThat(pod.namespace()).isEqualTo(namespace);
            assertThat(PODS.add(pod)).isTrue();
        }

        @Nested
        class Inner {
            @RepeatedTest(3)
            void takesAPodToo(TestPod pod) {
                assertThat(pod.ip("addr", "show", "eth0")).contains("10.244.1.7/24");
                assertThat(PODS.add(pod)).isTrue();
            }
        }
    }
}
