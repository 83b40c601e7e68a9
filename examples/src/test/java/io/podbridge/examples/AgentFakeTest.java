package io.podbridge.examples;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakeNetlinkHandler;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.Faults;
import io.podbridge.testkit.SimulatedCrash;
import java.io.IOException;
import org.junit.jupiter.api.Test;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The agent on a kernel in memory, which needs no privilege, and where it can die at any request. */
class AgentFakeTest extends AgentTest {
    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);

    @Override
    NetlinkHandlers handlers() {
        return NetlinkHandlers.of(kernel.provider());
    }

    @Override
    NetworkNamespace pod() {
        return pod.namespace();
    }

    @Test
    void theNextAgentGoesOnWhereverOneWasKilled() throws IOException {
        int deaths = 0;
        for (boolean died = true; died; deaths++) {
            died = diesAndGoesOn(deaths + 1);
        }
        assertThat(deaths).isGreaterThan(10);
    }

    /** {@return whether there was such a request to die before} */
    private boolean diesAndGoesOn(int request) throws IOException {
        ask("vm-1", pod().path());
        kernel.inject(Faults.none().dyingBefore(request));
        boolean dies = false;
        try {
            newAgent().reconcile();
        } catch (SimulatedCrash e) {
            dies = true;
        }
        kernel.inject(Faults.none());
        newAgent().reconcile();
        try (FakeNetlinkHandler handler = pod.open()) {
            assertThat(handler).isBound("eth0");
        }
        newAgent().releaseAll();
        return dies;
    }

    @Test
    void aPodWhoseVirtualMachineRunsIsLeftToTheNextAgent() throws IOException {
        ask("vm-1", pod().path());
        newAgent().reconcile();
        kernel.attach(pod(), "tap0");
        newAgent().releaseAll();
        try (FakeNetlinkHandler handler = pod.open()) {
            assertThat(handler).isBound("eth0");
            assertThat(folder.resolve("answers/vm-1.json")).exists();
            kernel.detach(pod(), "tap0");
            newAgent().releaseAll();
            assertThat(handler).hasAddress("eth0", "10.244.1.7/24").hasDefaultRouteVia("10.244.1.1");
            assertThat(folder.resolve("answers")).isEmptyDirectory();
        }
    }

    @Test
    void aPodThatHasDiedIsForgotten() throws IOException {
        ask("vm-1", pod().path());
        newAgent().reconcile();
        kernel.delete(pod());
        forget("vm-1");
        newAgent().reconcile();
        assertThat(folder.resolve("journals")).isDirectoryNotContaining("glob:**.json");
    }
}
