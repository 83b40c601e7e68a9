package io.podbridge.testkit;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TapOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FakeKernelTest {
    private final FakeKernel kernel = FakeKernel.create();

    private static FailureKind refused(FakeNetlinkHandler handler, LinkAdd add) {
        return handler.execute(List.of(add)).get(0).failure().orElseThrow().kind();
    }

    @Test
    void namespacesOfOneMachineHaveNamesAndCookiesOfTheirOwn() {
        NetworkNamespace first = kernel.namespace("first");
        NetworkNamespace second = kernel.namespace("second");

        try (FakeNetlinkHandler one = kernel.open(first); FakeNetlinkHandler other = kernel.open(second)) {
            assertThat(one.namespaceCookie()).isPresent().isNotEqualTo(other.namespaceCookie());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> kernel.namespace("first"));
        assertThat(first.isInMemory()).isTrue();
    }

    @Test
    void aNameAndAnInodeThatAreFreeAgainLeadToAnotherNamespaceAsItsCookieTells() {
        NetworkNamespace first = kernel.namespace("ns");
        OptionalLong cookie = cookie(first);
        kernel.delete(first);
        kernel.delete(first);
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> kernel.open(first))
                .extracting(NetlinkException::kind).isEqualTo(FailureKind.NOT_FOUND);

        NetworkNamespace second = kernel.namespace("ns");

        assertThat(second).isEqualTo(first);
        assertThat(cookie(second)).isPresent().isNotEqualTo(cookie);
    }

    private OptionalLong cookie(NetworkNamespace namespace) {
        try (FakeNetlinkHandler handler = kernel.open(namespace)) {
            return handler.namespaceCookie();
        }
    }

    @Test
    void anOpenHandlerKeepsADeletedNamespaceAndTheOtherEndOfItsVeth() {
        FakePod pod = FakePod.create(kernel);
        try (FakeNetlinkHandler node = kernel.open(pod.node())) {
            FakeNetlinkHandler visitor = pod.open();
            kernel.delete(pod.namespace());
            assertThat(visitor.linkByName("eth0")).isPresent();
            assertThat(node.linkByName("veth-pod")).isPresent();

            visitor.close();

            assertThat(node.linkByName("veth-pod")).isEmpty();
        }
    }

    @Test
    void aTapHasACarrierWhileAProcessIsAttached() {
        NetworkNamespace namespace = kernel.namespace("ns");
        try (FakeNetlinkHandler handler = kernel.open(namespace)) {
            handler.linkAdd(LinkAdd.tap("tap0", TapOptions.ownedBy(107, 107)).up().build());
            assertThat(handler.linkByName("tap0").map(Link::hasCarrier)).contains(false);

            kernel.attach(namespace, "tap0");
            assertThat(handler.linkByName("tap0").map(Link::operState)).contains(OperState.UP);

            kernel.detach(namespace, "tap0");
            assertThat(handler.linkByName("tap0").map(Link::operState)).contains(OperState.DOWN);
        }
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> kernel.attach(namespace, "tap1"));
    }

    @Test
    void lifetimesRunWithTheClockAndTakeTheAddressAndItsRoutesInTheEnd() {
        NetworkNamespace namespace = kernel.namespace("ns");
        try (FakeNetlinkHandler handler = kernel.open(namespace)) {
            handler.linkAdd(LinkAdd.bridge("br0").up().build());
            LinkId bridge = handler.linkByName("br0").orElseThrow().id();
            InterfaceAddress address = InterfaceAddress.builder(bridge.index(), IpPrefix.parse("10.0.0.1/24"))
                    .validLifetime(new Lifetime(100)).preferredLifetime(new Lifetime(50)).build();
            handler.addrAdd(bridge, address);

            kernel.advance(Duration.ofSeconds(60));
            InterfaceAddress old = handler.addrList().get(0);
            assertThat(old.validLifetime()).isEqualTo(new Lifetime(40));
            assertThat(old.flags().has(AddressFlags.DEPRECATED)).isTrue();

            kernel.advance(Duration.ofSeconds(40));
            assertThat(handler.addrList()).noneMatch(found -> found.prefix().equals(address.prefix()));
            assertThat(handler.routeList()).noneMatch(route -> route.destination().equals(IpPrefix.parse("10.0.0.0/24")));
        }
    }

    @Test
    void whatAMachineLacksIsSaidAndRefused() {
        FakeKernel poor = FakeKernel.lacking(Set.of(Feature.DUMMY, Feature.TAP, Feature.WRITABLE_SYSCTL));
        try (FakeNetlinkHandler handler = poor.open(poor.namespace("ns"))) {
            assertThat(handler.supports(Feature.TAP)).isFalse();
            assertThat(refused(handler, LinkAdd.dummy("d0").build())).isEqualTo(FailureKind.UNSUPPORTED);
            assertThat(refused(handler, LinkAdd.tap("t0", TapOptions.ownedBy(1, 1)).build())).isEqualTo(FailureKind.NOT_FOUND);
            assertThatExceptionOfType(NetlinkException.class)
                    .isThrownBy(() -> handler.execute(new SysctlSet(Sysctl.of("net", "ipv4", "ip_forward"), "1")))
                    .extracting(NetlinkException::kind).isEqualTo(FailureKind.DENIED);
        }
    }

    @Test
    void whoLacksTheCapabilityIsDenied() {
        FakeKernel strict = FakeKernel.lacking(Set.of(Feature.NET_ADMIN));
        try (FakeNetlinkHandler handler = strict.open(strict.namespace("ns"))) {
            assertThat(refused(handler, LinkAdd.bridge("br0").build())).isEqualTo(FailureKind.DENIED);
            assertThat(handler.linkList()).hasSize(1);
        }
    }

    @Test
    void aProviderOpensItsNamespacesAlone() {
        NetlinkHandlers handlers = NetlinkHandlers.of(kernel.provider());
        NetworkNamespace elsewhere = FakeKernel.create().namespace("elsewhere");

        assertThat(kernel.provider().id()).isEqualTo("fake");
        assertThatExceptionOfType(NetlinkException.class)
                .isThrownBy(() -> handlers.open(HandlerOptions.of(elsewhere)))
                .extracting(NetlinkException::kind).isEqualTo(FailureKind.NOT_FOUND);
    }

    @Test
    void aVethHasBothEndsOrNone() {
        NetworkNamespace one = kernel.namespace("one");
        NetworkNamespace other = kernel.namespace("other");
        kernel.vethPair(other, "taken", other, "free");

        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> kernel.vethPair(one, "a", one, "a"))
                .extracting(NetlinkException::kind).isEqualTo(FailureKind.EXISTS);
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> kernel.vethPair(one, "a", other, "taken"));
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> kernel.vethPair(other, "taken", one, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> kernel.vethPair(one, "a", other, "a name of its own"));
        assertThatIllegalArgumentException().isThrownBy(() -> kernel.vethPair(one, "", other, "a"));

        try (FakeNetlinkHandler handler = kernel.open(one)) {
            assertThat(handler.linkList()).extracting(Link::name).containsExactly("lo");
        }
        kernel.vethPair(one, "a", other, "a");
    }

    @Test
    void aMachineWithAClockCanLackSomethingToo() {
        FakeKernel poor = FakeKernel.create(Clock.systemUTC(), Set.of(Feature.TAP));
        try (FakeNetlinkHandler handler = poor.open(poor.namespace("ns"))) {
            assertThat(handler.supports(Feature.TAP)).isFalse();
            assertThat(handler.supports(Feature.DUMMY)).isTrue();
        }
    }
}
