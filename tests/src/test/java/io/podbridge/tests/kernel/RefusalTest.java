package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodShape;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Pods that are not touched, and why. */
@ExtendWith(NetnsExtension.class)
class RefusalTest {
    @TempDir
    Path journals;

    private static Arguments because(Code code, BridgeBinding binding, String... commands) {
        return Arguments.of(code, binding, List.of(commands));
    }

    static Stream<Arguments> reasons() {
        BridgeBinding eth0 = BridgeBinding.of("eth0");
        return Stream.of(because(Code.NO_SUCH_INTERFACE, BridgeBinding.of("eth7")),
                because(Code.NO_SUCH_INTERFACE, BridgeBinding.of("other"), "link property add dev eth0 altname other"),
                because(Code.LOOPBACK, BridgeBinding.of("lo")),
                because(Code.NOT_ETHERNET, eth0, "link set dev eth0 arp off"),
                because(Code.KIND_NOT_ALLOWED, BridgeBinding.of("br0"), "link add br0 type bridge"),
                because(Code.KIND_NOT_ALLOWED, BridgeBinding.of("mv0"), "link add link eth0 name mv0 type macvlan"),
                because(Code.HAS_MASTER, eth0, "link add br0 type bridge", "link set dev eth0 master br0"),
                because(Code.HAS_UPPER_LINK, eth0, "link add link eth0 name mv0 type macvlan"),
                because(Code.NAME_TAKEN, eth0, "link add k6t-eth0 type bridge"),
                because(Code.NAME_TAKEN, eth0, "link add tap0 type bridge"),
                because(Code.NAME_TAKEN, eth0.withBridgeName("tap0")),
                because(Code.NAME_TAKEN, eth0.withBridgeName("eth0-nic")),
                because(Code.NAME_TAKEN, eth0, "link add br0 type bridge", "link property add dev br0 altname eth0-nic"),
                because(Code.MTU_TOO_LARGE, eth0, "link set dev eth0 mtu 65535"),
                because(Code.FAKE_ADDRESS_TAKEN, eth0.withFakeAddressIndex(3), "addr add 169.254.75.13/32 dev lo"),
                because(Code.ROUTE_NOT_RESTORABLE, eth0, "nexthop add id 5 via 10.244.1.1 dev eth0",
                        "route add 10.9.0.0/16 nhid 5"),
                because(Code.ROUTE_NOT_RESTORABLE, eth0, "-6 addr del fd00:10:244:1::7/64 dev eth0"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void isRefusedWithASentenceAndNothingIsTouched(Code code, BridgeBinding binding, List<String> commands, TestPod pod) {
        commands.forEach(command -> pod.ip(command.split(" ")));
        PodSnapshot before = pod.snapshot();
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).configurator(pod.namespace(), binding);
        RefusedException refused = catchThrowableOfType(RefusedException.class, configurator::preparePodNetworkInterface);
        assertThat(refused.refusals()).extracting(refusal -> refusal.code()).contains(code);
        assertThat(configurator.plan().refusals()).isEqualTo(refused.refusals());
        assertThat(pod).isUnchangedSince(before);
        assertThat(Bindings.in(journals).list()).isEmpty();
    }

    @Test
    void namesThatWouldBeTooLongAreRefused() {
        try (TestPod pod = TestPod.create(PodShape.standard().withNic("a-long-name-123"))) {
            isRefusedWithASentenceAndNothingIsTouched(Code.NAME_TOO_LONG, BridgeBinding.of("a-long-name-123"), List.of(),
                    pod);
        }
    }

    @Test
    void aDummyIsRefusedWhereTheKernelHasNoDriverAndOnlyThere(TestPod pod) {
        boolean driver;
        try (NetlinkHandler handler = NetlinkHandlers.open(pod.namespace())) {
            driver = handler.supports(Feature.DUMMY);
        }
        BridgeBinding dummy = BridgeBinding.of("eth0").withPlaceholder(PlaceholderKind.DUMMY);
        assertThat(Bindings.in(journals).configurator(pod.namespace(), dummy).plan().refusals()).extracting(Refusal::code)
                .isEqualTo(driver ? List.of() : List.of(Code.NO_DUMMY_DRIVER));
    }

    @Test
    void aBoundPodWhoseJournalIsMissingIsRefusedByPrepareAndRelease(TestPod pod) {
        Bindings.in(journals).configurator(pod.namespace(), BridgeBinding.of("eth0")).preparePodNetworkInterface();
        PodSnapshot before = pod.snapshot();
        var lost = Bindings.in(journals.resolve("elsewhere")).configurator(pod.namespace(), BridgeBinding.of("eth0"));
        for (ThrowingCallable verb : List.<ThrowingCallable>of(lost::preparePodNetworkInterface, lost::release)) {
            assertThat(catchThrowableOfType(RefusedException.class, verb).refusals()).extracting(Refusal::code)
                    .containsExactly(Code.JOURNAL_MISSING);
        }
        assertThat(lost.plan().refusals()).extracting(Refusal::code).containsExactly(Code.JOURNAL_MISSING);
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void aKindThatIsAskedForIsBound(TestPod pod) {
        pod.ip("link", "add", "br0", "type", "bridge");
        BridgeBinding binding = BridgeBinding.of("br0").withAllowedKinds(Set.of(LinkKind.BRIDGE));
        assertThat(Bindings.in(journals).configurator(pod.namespace(), binding).plan().refusals()).isEmpty();
    }

    @Test
    void otherOptionsThanThoseOfTheBindingAreRefused(TestPod pod) {
        Bindings.in(journals).configurator(pod.namespace(), BridgeBinding.of("eth0")).preparePodNetworkInterface();
        PodSnapshot before = pod.snapshot();
        var other = Bindings.in(journals).configurator(pod.namespace(), BridgeBinding.of("eth0").withTapQueues(4));
        RefusedException refused = catchThrowableOfType(RefusedException.class, other::preparePodNetworkInterface);
        assertThat(refused.refusals()).extracting(refusal -> refusal.code()).containsExactly(Code.BINDING_CHANGED);
        assertThat(pod).isUnchangedSince(before);
    }
}
