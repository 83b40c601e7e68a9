package io.podbridge.tests.vm;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the VM is for: a kernel before 6.2 that has the driver of dummies. */
@ExtendWith(NetnsExtension.class)
class OlderKernelFacts {
    @TempDir
    Path journals;

    @Test
    void aLinkThatIsUpCannotBeRenamed(NetlinkHandler handler) {
        Link nic = handler.linkByName("eth0").orElseThrow();
        assertThatThrownBy(() -> handler.execute(LinkSet.of(nic.id(), new LinkChange.Name("eth0-nic"))))
                .isInstanceOfSatisfying(NetlinkException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.BUSY));
    }

    @ParameterizedTest
    @EnumSource
    void aDummyStandsInForTheNicAndGoesWithRelease(Backend backend, TestPod pod, NetlinkHandler handler) {
        PodSnapshot before = pod.snapshot();
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).withHandlers(backend.handlers())
                .configurator(pod.namespace(), BridgeBinding.of("eth0").withTapOwner(107, 107));

        assertThat(configurator.preparePodNetworkInterface().placeholder()).isEqualTo(LinkKind.DUMMY);
        assertThat(handler).isBound("eth0").hasLink("eth0").isKind(LinkKind.DUMMY).isDown();

        configurator.release();
        assertThat(pod).isUnchangedSince(before);
    }
}
