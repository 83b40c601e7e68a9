package io.podbridge.examples;

import io.podbridge.Bindings;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.state.NamespaceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the agent does, on either kernel. */
abstract class AgentTest {
    @TempDir
    Path folder;

    private Path requests;
    private Path answers;
    private Agent agent;

    abstract NetlinkHandlers handlers();

    abstract NetworkNamespace pod();

    @BeforeEach
    void start() throws IOException {
        requests = Files.createDirectories(folder.resolve("requests"));
        answers = Files.createDirectories(folder.resolve("answers"));
        agent = newAgent();
    }

    Agent newAgent() {
        Bindings bindings = Bindings.in(folder.resolve("journals")).withHandlers(handlers());
        return new Agent(bindings, new PodRequests(requests), new Answers(answers), this::resolve);
    }

    private NetworkNamespace resolve(Path path) {
        return path.equals(pod().path()) ? pod() : NetworkNamespace.ofPath(path);
    }

    void ask(String name, Path namespace) throws IOException {
        Files.writeString(requests.resolve(name), namespace + "\n");
    }

    void forget(String name) throws IOException {
        Files.delete(requests.resolve(name));
    }

    @Test
    void aPodIsBoundWhenItIsAskedForAndReleasedWhenItIsNoLonger() throws IOException {
        try (NetlinkHandler handler = handlers().open(HandlerOptions.of(pod()))) {
            NamespaceState before = NamespaceState.read(handler);

            ask("vm-1", pod().path());
            agent.reconcile();
            assertThat(handler).isBound("eth0").hasLink("tap0").isTapOf(107, 107);
            assertThat(answers.resolve("vm-1.json")).content().contains("10.244.1.7/24", "tap0");

            forget("vm-1");
            agent.reconcile();
            assertThat(handler).isUnchangedSince(before);
            assertThat(answers).isEmptyDirectory();
            assertThat(folder.resolve("journals")).isDirectoryNotContaining("glob:**.json");
        }
    }

    @Test
    void theNextAgentKeepsWhatIsAskedForAndReleasesWhatIsNot() throws IOException {
        ask("vm-1", pod().path());
        agent.reconcile();
        try (NetlinkHandler handler = handlers().open(HandlerOptions.of(pod()))) {
            newAgent().reconcile();
            assertThat(handler).isBound("eth0");
            forget("vm-1");
            newAgent().reconcile();
            assertThat(handler).hasAddress("eth0", "10.244.1.7/24").hasDefaultRouteVia("10.244.1.1");
        }
    }

    @Test
    void atTheEndAllIsReleased() throws IOException {
        try (NetlinkHandler handler = handlers().open(HandlerOptions.of(pod()))) {
            NamespaceState before = NamespaceState.read(handler);
            ask("vm-1", pod().path());
            agent.reconcile();
            agent.releaseAll();
            assertThat(handler).isUnchangedSince(before);
            assertThat(answers).isEmptyDirectory();
        }
    }

    @Test
    void oneThatCannotBeBoundIsAnsweredWithTheReasonAndHindersNoOther() throws IOException {
        ask("vm-0", Path.of("/run/netns/of-nobody"));
        ask("vm-1", pod().path());
        agent.reconcile();
        assertThat(answers.resolve("vm-0.error")).content().contains("of-nobody");
        assertThat(answers.resolve("vm-1.json")).exists();
    }
}
