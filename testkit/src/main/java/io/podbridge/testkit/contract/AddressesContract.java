package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.testkit.netns.Eventually;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class AddressesContract extends HandlerContract {

    AddressesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void anIpv4AddressIsListedWithTheNameOfItsLinkAsLabel() {
        LinkId nic = addCable("eth0", "peer0");

        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));

        InterfaceAddress found = only("10.244.1.7/24");
        assertThat(found.linkIndex()).isEqualTo(nic.index());
        assertThat(found.label()).contains("eth0");
        assertThat(found.scope()).isEqualTo(Scope.UNIVERSE);
        assertThat(found.peer()).isEmpty();
        assertThat(found.broadcast()).isEmpty();
        assertThat(found.flags().has(AddressFlags.PERMANENT)).isTrue();
        assertThat(found.validLifetime()).isEqualTo(Lifetime.FOREVER);
        assertThat(found.preferredLifetime()).isEqualTo(Lifetime.FOREVER);
    }

    @Test
    void anIpv6AddressIsListedWithItsFlags() {
        LinkId nic = addCable("eth0", "peer0");

        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64"));

        InterfaceAddress found = only("fd00::7/64");
        assertThat(found.linkIndex()).isEqualTo(nic.index());
        assertThat(found.label()).isEmpty();
        assertThat(found.flags().configured()).isEqualTo(new AddressFlags(AddressFlags.NODAD));
        assertThat(found.flags().has(AddressFlags.TENTATIVE)).isFalse();
        assertThat(found.validLifetime()).isEqualTo(Lifetime.FOREVER);
    }

    @Test
    void anAddressThatTheLinkHasExists() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64"));

        refused(FailureKind.EXISTS, new AddressAdd(nic, Samples.address(nic, "10.244.1.7/24")));
        refused(FailureKind.EXISTS, new AddressAdd(nic, Samples.address(nic, "fd00::7/64")));
    }

    @Test
    void anAddressMayBeOnTwoLinks() {
        LinkId nic = addCable("eth0", "peer0");
        LinkId other = addBridge("br0");

        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(other, Samples.address(other, "10.244.1.7/24"));

        assertThat(addresses(other)).extracting(InterfaceAddress::prefix).contains(IpPrefix.parse("10.244.1.7/24"));
    }

    @Test
    void replacingAddsAndRepeatingItIsHarmless() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "10.244.1.7/24", "fd00::7/64", "fd00::7/64")) {
            handler().addrReplace(nic, Samples.address(nic, text));
        }

        assertThat(only("10.244.1.7/24").linkIndex()).isEqualTo(nic.index());
        assertThat(only("fd00::7/64").linkIndex()).isEqualTo(nic.index());
    }

    @Test
    void lifetimesCountDownAndAreReplaced() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            InterfaceAddress ends = Samples.address(nic, text).toBuilder().validLifetime(new Lifetime(7200))
                    .preferredLifetime(new Lifetime(3600)).build();
            handler().addrAdd(nic, ends);
            assertThat(only(text).validLifetime().seconds()).isBetween(3601L, 7200L);
            assertThat(only(text).preferredLifetime().seconds()).isBetween(1L, 3600L);
            assertThat(only(text).flags().has(AddressFlags.PERMANENT)).isFalse();

            handler().addrReplace(nic, Samples.address(nic, text));

            assertThat(only(text).validLifetime()).isEqualTo(Lifetime.FOREVER);
            assertThat(only(text).flags().has(AddressFlags.PERMANENT)).isTrue();
        }
    }

    @Test
    void aLabelIsKeptAndFollowsTheNameOfItsLink() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(nic, Samples.address(nic, "10.1.0.1/24").toBuilder().label("eth0:3").build());
        assertThat(only("10.1.0.1/24").label()).contains("eth0:3");

        set(nic, new LinkChange.Down(), new LinkChange.Name("eth0-nic"));

        assertThat(only("10.244.1.7/24").label()).contains("eth0-nic");
        assertThat(only("10.1.0.1/24").label()).contains("eth0-nic:3");
    }

    @Test
    void peerBroadcastAndScopeAreKept() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.9.0.1/32").toBuilder().peer(IpAddress.parse("10.9.0.2")).build());
        handler().addrAdd(nic, Samples.address(nic, "192.168.5.1/24").toBuilder()
                .broadcast(IpAddress.parse("192.168.5.255"))
                .scope(Scope.LINK).build());

        assertThat(only("10.9.0.1/32").peer()).contains(IpAddress.parse("10.9.0.2"));
        assertThat(only("192.168.5.1/24").broadcast()).contains(IpAddress.parse("192.168.5.255"));
        assertThat(only("192.168.5.1/24").scope()).isEqualTo(Scope.LINK);
    }

    @Test
    void aMetricIsThatOfTheSubnetsRoute() {
        LinkId nic = addCable("eth0", "peer0");

        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24").toBuilder().metric(77).build());

        assertThat(only("10.244.1.7/24").metric()).hasValue(77);
        assertThat(handler().routeList()).anySatisfy(route -> {
            assertThat(route.destination()).isEqualTo(IpPrefix.parse("10.244.1.0/24"));
            assertThat(route.metric()).hasValue(77);
        });
    }

    @Test
    void aSecondAddressOfASubnetIsSecondary() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.8/24"));

        assertThat(only("10.244.1.7/24").flags().has(AddressFlags.SECONDARY)).isFalse();
        assertThat(only("10.244.1.8/24").flags().has(AddressFlags.SECONDARY)).isTrue();
    }

    @Test
    void ipv4ComesFirstAndTheNewestIpv6AddressOfALinkFirst() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("fd00::7/64", "fd00::8/64", "10.244.1.7/24", "10.244.1.8/24")) {
            handler().addrAdd(nic, Samples.address(nic, text));
        }

        assertThat(addresses(nic)).filteredOn(InterfaceAddress::isGlobalUnicast).extracting(found -> found.prefix().toString())
                .containsExactly("10.244.1.7/24", "10.244.1.8/24", "fd00::8/64", "fd00::7/64");
    }

    @Test
    void aLinkThatGoesDownKeepsItsIpv4AddressesAndLosesItsIpv6Addresses() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64"));

        handler().linkSetDown(nic);

        assertThat(addresses(nic)).extracting(InterfaceAddress::prefix).containsExactly(IpPrefix.parse("10.244.1.7/24"));
    }

    @Test
    void aLinkThatIsUpWithACarrierGetsALinkLocalAddress() {
        LinkId nic = addCable("eth0", "peer0");

        Eventually.holds("eth0 has a link-local address", () -> addresses(nic).stream().anyMatch(
                address -> address.family() == IpFamily.IPV6 && address.address().isLinkLocal()
                        && address.scope().equals(Scope.LINK)));
    }

    @Test
    void aLinkThatIsNotThereIsNotFound() {
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            refused(FailureKind.NOT_FOUND, new AddressAdd(gone(), Samples.address(gone(), text)));
            refused(FailureKind.NOT_FOUND, new AddressReplace(gone(), Samples.address(gone(), text)));
        }
    }

    private InterfaceAddress only(String prefix) {
        List<InterfaceAddress> found = handler().addrList().stream()
                .filter(address -> address.prefix().equals(IpPrefix.parse(prefix))).toList();
        assertThat(found).as("the addresses %s", prefix).hasSize(1);
        return found.get(0);
    }
}
