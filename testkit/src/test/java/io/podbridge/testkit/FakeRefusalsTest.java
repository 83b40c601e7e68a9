package io.podbridge.testkit;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Every reason for which a pod is not touched comes about in a kernel in memory, so that an agent's tests can have each of them. */
class FakeRefusalsTest {
    private static final BridgeBinding ETH0 = BridgeBinding.of("eth0");
    /**
     * A namespace in memory is nobody's host and holds nothing that its backend has no words for, and the journal's reasons are no matter
     * of the kernel.
     */
    private static final Set<Code> NO_MATTER_OF_THE_KERNEL = EnumSet.of(Code.HOST_NAMESPACE, Code.NOT_RESTORABLE,
            Code.BINDING_CHANGED, Code.IDENTITY_CHANGED, Code.JOURNAL_MISSING, Code.VM_ATTACHED);

    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);

    @TempDir
    private Path journals = Path.of("unused");

    private static Arguments because(Code code, BridgeBinding binding, Consumer<FakePod> preparation) {
        return Arguments.of(code, binding, preparation);
    }

    private static Consumer<FakePod> link(FakeLink link) {
        return pod -> pod.kernel().addLink(pod.namespace(), link);
    }

    private static Consumer<FakePod> bridge(String name) {
        return pod -> in(pod, handler -> handler.linkAdd(LinkAdd.bridge(name).build()));
    }

    private static Consumer<FakePod> nic(LinkChange change) {
        return pod -> in(pod, handler -> handler.execute(LinkSet.of(id(handler, "eth0"), change)));
    }

    private static Consumer<FakePod> lacking(Feature feature) {
        return pod -> pod.kernel().lack(Set.of(feature));
    }

    private static void in(FakePod pod, Consumer<FakeNetlinkHandler> work) {
        try (FakeNetlinkHandler handler = pod.open()) {
            work.accept(handler);
        }
    }

    private static LinkId id(FakeNetlinkHandler handler, String name) {
        return handler.linkByName(name).map(Link::id).orElseThrow();
    }

    private static void enslave(FakePod pod) {
        bridge("br0").accept(pod);
        in(pod, handler -> handler.linkSetMaster(id(handler, "eth0"), id(handler, "br0")));
    }

    private static void takeFakeAddress(FakePod pod) {
        in(pod, handler -> handler.execute(new AddressAdd(id(handler, "lo"),
                InterfaceAddress.builder(1, BridgeBinding.fakeAddress(3)).build())));
    }

    /** The default route of IPv6 stays, and the way to its gateway goes. */
    private static void loseWayToGateway(FakePod pod) {
        in(pod, handler -> handler.addrList().stream()
                .filter(address -> address.family() == IpFamily.IPV6 && !address.address().isLinkLocal())
                .filter(address -> address.linkIndex() == id(handler, "eth0").index())
                .forEach(address -> handler.execute(new AddressDelete(id(handler, "eth0"), address))));
    }

    static Stream<Arguments> reasons() {
        LinkKind vlan = new LinkKind("vlan");
        LinkKind netkit = new LinkKind("netkit");
        return Stream.of(because(Code.NO_SUCH_INTERFACE, BridgeBinding.of("eth7"), pod -> {}),
                because(Code.LOOPBACK, BridgeBinding.of("lo"), pod -> {}),
                because(Code.READ_ONLY_SYSCTL, ETH0.withBridgeNetfilterOff(true), lacking(Feature.WRITABLE_SYSCTL)),
                because(Code.NOT_ETHERNET, BridgeBinding.of("nk0").withAllowedKinds(Set.of(netkit)),
                        link(FakeLink.ofKind(netkit, "nk0").withoutArp())),
                because(Code.KIND_NOT_ALLOWED, BridgeBinding.of("vf0"), link(FakeLink.physical("vf0"))),
                because(Code.KIND_NOT_ALLOWED, BridgeBinding.of("mv0"), link(FakeLink.ofKind(LinkKind.MACVLAN, "mv0"))),
                because(Code.KIND_NOT_ALLOWED, BridgeBinding.of("iv0").withAllowedKinds(Set.of(LinkKind.IPVLAN)),
                        link(FakeLink.ofKind(LinkKind.IPVLAN, "iv0"))),
                because(Code.HAS_MASTER, ETH0, FakeRefusalsTest::enslave),
                because(Code.HAS_UPPER_LINK, ETH0, link(FakeLink.ofKind(LinkKind.MACVLAN, "mv0").withLower("eth0"))),
                because(Code.HAS_UPPER_LINK, ETH0, link(FakeLink.ofKind(vlan, "eth0.7").withLower("eth0"))),
                because(Code.NAME_TOO_LONG, BridgeBinding.of("a-long-name-123"),
                        pod -> pod.kernel().vethPair(pod.namespace(), "a-long-name-123", pod.node(), "other")),
                because(Code.NAME_TAKEN, ETH0, bridge("k6t-eth0")),
                because(Code.NAME_TAKEN, ETH0, nic(new LinkChange.AddAltName("tap0"))),
                because(Code.MTU_TOO_LARGE, ETH0, nic(new LinkChange.Mtu(65_535))),
                because(Code.NO_DUMMY_DRIVER, ETH0.withPlaceholder(PlaceholderKind.DUMMY), lacking(Feature.DUMMY)),
                because(Code.NOT_PRIVILEGED, ETH0, lacking(Feature.NET_ADMIN)),
                because(Code.NO_TUN_DEVICE, ETH0, lacking(Feature.TAP)),
                because(Code.FAKE_ADDRESS_TAKEN, ETH0.withFakeAddressIndex(3), FakeRefusalsTest::takeFakeAddress),
                because(Code.ROUTE_NOT_RESTORABLE, ETH0, FakeRefusalsTest::loseWayToGateway));
    }

    private BridgePodNetworkConfigurator configurator(BridgeBinding binding) {
        return Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider())).configurator(pod.namespace(), binding);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aPodIsRefusedAndNotTouched(Code code, BridgeBinding binding, Consumer<FakePod> preparation) {
        assertThat(configurator(ETH0).plan().refusals()).isEmpty();
        preparation.accept(pod);
        NamespaceState before = pod.snapshot();

        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> configurator(binding).preparePodNetworkInterface());

        assertThat(refused.refusals()).extracting(Refusal::code).containsOnly(code);
        assertThat(pod.snapshot()).isEqualTo(before);
    }

    @Test
    void noReasonIsLeftOut() {
        Set<Code> all = EnumSet.copyOf(NO_MATTER_OF_THE_KERNEL);
        reasons().map(reason -> (Code) reason.get()[0]).forEach(all::add);

        assertThat(all).containsExactlyInAnyOrder(Code.values());
    }

    @Test
    void anAttachedProgramIsWarnedOfAlsoByWhoGoesOnAndAKindThatIsAskedForIsBound() {
        kernel.addLink(pod.namespace(), FakeLink.ofKind(LinkKind.MACVLAN, "mv0").withLower(pod.node(), "veth-pod").withXdp());
        BridgePodNetworkConfigurator configurator = configurator(
                BridgeBinding.of("mv0").withAllowedKinds(Set.of(LinkKind.MACVLAN)));
        in(pod, handler -> handler.linkSetUp(id(handler, "mv0")));
        NamespaceState before = pod.snapshot();

        assertThat(configurator.plan().warnings()).anySatisfy(warning -> assertThat(warning).contains("XDP"));
        kernel.inject(Faults.none().dyingBefore(5));
        assertThatThrownBy(configurator::preparePodNetworkInterface).isInstanceOf(SimulatedCrash.class);
        kernel.inject(Faults.none());
        assertThat(configurator.plan().warnings()).anySatisfy(warning -> assertThat(warning).contains("XDP"));
        assertThat(configurator.preparePodNetworkInterface().warnings())
                .anySatisfy(warning -> assertThat(warning).contains("XDP"));
        assertThat(configurator.verify()).isEmpty();
        configurator.release();

        assertThat(pod.snapshot()).isEqualTo(before);
    }
}
