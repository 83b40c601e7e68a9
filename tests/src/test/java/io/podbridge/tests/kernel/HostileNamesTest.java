package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A pod gives its links whatever names the kernel takes: none of them is an option, a path or a second command to anybody. */
@ExtendWith(NetnsExtension.class)
class HostileNamesTest {
    private static final List<String> NAMES = List.of("-batch", "--help", "-", "$(reboot)", "`id`", "a;b", "\"", "'", "\\", "dev",
            "type", "if2", "2", "..a", "#");

    @TempDir
    Path journals;

    private BridgePodNetworkConfigurator configurator(Backend backend, TestPod pod) {
        return Bindings.in(journals).withHandlers(backend.handlers()).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withPlaceholder(PlaceholderKind.BRIDGE));
    }

    private static void populate(TestPod pod) {
        NAMES.forEach(name -> pod.ip("link", "add", "name", name, "type", "bridge"));
        pod.ip("link", "set", "dev", "eth0", "alias", "-force; $(reboot) \" ' \\ ../../etc/passwd");
        pod.ip("link", "property", "add", "dev", "eth0", "altname", "--altname-that-is-longer-than-15");
    }

    @ParameterizedTest
    @EnumSource
    void aPodWithSuchLinksIsBoundAndReleased(Backend backend, TestPod pod) {
        populate(pod);
        PodSnapshot before = pod.snapshot();
        assertBoundAndReleased(pod, configurator(backend, pod), before);
    }

    private static void assertBoundAndReleased(TestPod pod, BridgePodNetworkConfigurator configurator, PodSnapshot before) {
        configurator.preparePodNetworkInterface();
        assertThat(configurator.verify()).isEmpty();
        assertThat(configurator.release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
    }

    @ParameterizedTest
    @EnumSource
    void eachOfThemIsFoundByItsName(Backend backend, TestPod pod) {
        populate(pod);
        try (NetlinkHandler handler = backend.handlers().open(HandlerOptions.of(pod.namespace()))) {
            assertThat(handler.linkList()).extracting(link -> link.name()).containsAll(NAMES);
            assertThat(NAMES).allSatisfy(name -> assertThat(handler.linkByName(name)).get()
                    .satisfies(link -> assertThat(link.name()).isEqualTo(name)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOurOwnLinkIsRenamedToChangesNothing(Backend backend, TestPod pod) {
        PodSnapshot before = pod.snapshot();
        BridgePodNetworkConfigurator configurator = configurator(backend, pod);
        configurator.preparePodNetworkInterface();
        pod.ip("link", "set", "dev", "tap0", "down");
        pod.ip("link", "set", "dev", "tap0", "name", "--help");
        pod.ip("link", "set", "dev", "k6t-eth0", "down");
        pod.ip("link", "set", "dev", "k6t-eth0", "name", "-x");
        assertBoundAndReleased(pod, configurator, before);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyBindsWhatACommandWouldTakeForAnOption(Backend backend, TestPod pod) {
        populate(pod);
        assertThatThrownBy(() -> Bindings.in(journals).withHandlers(backend.handlers()).configurator(pod.namespace(),
                BridgeBinding.of("-batch"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("option");
    }
}
