package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.testkit.netns.Eventually;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class AddressFieldsContract extends HandlerContract {

    AddressFieldsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void theScopeOfAnIpv6AddressIsThatOfTheAddressItself() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64"));
        handler().addrAdd(nic, Samples.address(nic, "fe80::7/64"));

        assertThat(only("fd00::7/64").scope()).isEqualTo(Scope.UNIVERSE);
        assertThat(only("fe80::7/64").scope()).isEqualTo(Scope.LINK);
    }

    @Test
    void aScopeWithoutANameIsKept() {
        LinkId nic = addCable("eth0", "peer0");

        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24").toBuilder().scope(new Scope(150)).build());

        assertThat(only("10.244.1.7/24").scope()).isEqualTo(new Scope(150));
    }

    @Test
    void anIpv6AddressMayHaveAPeerAndAMetric() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "fd09::1/128").toBuilder().peer(IpAddress.parse("fd09::2")).build());
        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64").toBuilder().metric(77).build());

        assertThat(only("fd09::1/128").peer()).contains(IpAddress.parse("fd09::2"));
        assertThat(only("fd00::7/64").metric()).hasValue(77);
        assertThat(handler().routeList()).anySatisfy(route -> {
            assertThat(route.destination()).isEqualTo(IpPrefix.parse("fd00::/64"));
            assertThat(route.metric()).hasValue(77);
        });
    }

    @Test
    void anAddressWithoutAPrefixRouteMakesNone() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            AddressFlags flags = Samples.address(nic, text).flags().with(AddressFlags.NOPREFIXROUTE);

            handler().addrAdd(nic, Samples.address(nic, text).toBuilder().flags(flags).build());

            assertThat(only(text).flags().has(AddressFlags.NOPREFIXROUTE)).isTrue();
            assertThat(handler().routeList()).noneMatch(route -> route.destination().equals(IpPrefix.parse(text).network()));
        }
    }

    @Test
    void theFlagsThatAnAdministratorGivesAreKept() {
        LinkId nic = addCable("eth0", "peer0");
        int given = AddressFlags.NODAD | AddressFlags.HOMEADDRESS | AddressFlags.MANAGETEMPADDR;

        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64").toBuilder().flags(new AddressFlags(given)).build());

        assertThat(only("fd00::7/64").flags().configured()).isEqualTo(new AddressFlags(given));
    }

    @Test
    void anIpv6AddressThatJoinsAGroupLeavesItWhenItIsDeletedButNotWhenItIsLostWithItsLink() {
        LinkId nic = addCable("eth0", "peer0");
        InterfaceAddress group = Samples.address(nic, "ff05::1234/128").toBuilder()
                .flags(new AddressFlags(AddressFlags.MCAUTOJOIN)).build();
        handler().addrAdd(nic, group);
        assertThat(only("ff05::1234/128").scope()).isEqualTo(Scope.SITE);
        handler().addrDel(nic, group);
        handler().addrAdd(nic, group);

        set(nic, new LinkChange.Down());
        set(nic, new LinkChange.Up());

        assertThat(handler().execute(List.of(new AddressAdd(nic, group))).get(0).isDone()).isFalse();
    }

    @Test
    void replacingChangesTheMetricAndOfAnIpv6AddressTheFlags() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            handler().addrAdd(nic, Samples.address(nic, text));
            AddressFlags flags = Samples.address(nic, text).flags().with(AddressFlags.NOPREFIXROUTE);

            handler().addrReplace(nic, Samples.address(nic, text).toBuilder().metric(88).build());
            assertThat(only(text).metric()).hasValue(88);

            handler().addrReplace(nic, Samples.address(nic, text).toBuilder().flags(flags).build());
            assertThat(only(text).flags().has(AddressFlags.NOPREFIXROUTE)).isEqualTo(only(text).family() == IpFamily.IPV6);
        }
    }

    @Test
    void anAddressWhosePreferredLifetimeIsOverIsDeprecated() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            handler().addrAdd(nic, Samples.address(nic, text).toBuilder().validLifetime(new Lifetime(7200))
                    .preferredLifetime(new Lifetime(0)).build());

            Eventually.holds(text + " is deprecated", () -> only(text).flags().has(AddressFlags.DEPRECATED));
            assertThat(only(text).preferredLifetime().seconds()).isZero();
            assertThat(only(text).validLifetime().seconds()).isBetween(3600L, 7200L);
        }
    }

    @Test
    void anAddressWithoutAnEndIsDeprecatedToo() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            handler().addrAdd(nic, Samples.address(nic, text).toBuilder().preferredLifetime(new Lifetime(0)).build());

            Eventually.holds(text + " is deprecated", () -> only(text).isDeprecated());
            assertThat(only(text).validLifetime().isForever()).isTrue();
            assertThat(only(text).preferredLifetime().isForever()).isEqualTo(only(text).family() == IpFamily.IPV4);
        }
    }

    @Test
    void anIpv6AddressIsTentativeOnALinkWithoutACarrier() {
        LinkId bridge = addBridge("br0");
        handler().addrAdd(bridge, tentative(bridge));

        assertThat(only("fd00::7/64").flags().has(AddressFlags.TENTATIVE)).isTrue();
    }

    @Test
    void duplicateAddressDetectionEndsOnALinkWithACarrier() {
        LinkId nic = addCable("eth0", "peer0");

        handler().addrAdd(nic, tentative(nic));

        Eventually.holds("fd00::7 can be used", () -> !only("fd00::7/64").flags().has(AddressFlags.TENTATIVE));
    }

    @Test
    void theMakerOfAnAddressIsKeptOrTheAddressIsRefused() {
        LinkId nic = addCable("eth0", "peer0");
        set(id("lo"), new LinkChange.Up());
        Requirement.ofSubject(only("::1/128").protocol().isPresent(), "nobody tells here who made an address");
        InterfaceAddress made = Samples.address(nic, "10.244.1.7/24").toBuilder().protocol(99).build();

        RequestOutcome outcome = handler().execute(List.of(new AddressAdd(nic, made))).get(0);

        assertThat(outcome.failure().map(NetlinkException::kind).orElse(FailureKind.UNSUPPORTED))
                .isEqualTo(FailureKind.UNSUPPORTED);
        assertThat(handler().addrList().stream().filter(address -> address.prefix().equals(made.prefix()))
                .map(InterfaceAddress::protocol).toList()).isEqualTo(outcome.isDone() ? List.of(made.protocol()) : List.of());
    }

    @Test
    void aLoopbackThatIsUpHasItsAddresses() {
        set(id("lo"), new LinkChange.Up());

        assertThat(only("127.0.0.1/8").scope()).isEqualTo(Scope.HOST);
        assertThat(only("::1/128").scope()).isEqualTo(Scope.HOST);
        assertThat(only("127.0.0.1/8").label()).contains("lo");
    }

    @Test
    void anAddressIsPutBackAsItWasListed() {
        LinkId nic = add(LinkAdd.bridge("eth0").up());
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24").toBuilder().label("eth0:1").metric(7)
                .broadcast(IpAddress.parse("10.244.1.255")).build());
        handler().addrAdd(nic, Samples.address(nic, "10.9.0.1/32").toBuilder().peer(IpAddress.parse("10.9.0.2")).build());
        List<InterfaceAddress> listed = ipv4(nic);

        listed.forEach(address -> handler().addrDel(nic, address));
        listed.forEach(address -> handler().addrAdd(nic, address));

        assertThat(ipv4(nic)).isEqualTo(listed);
    }

    private List<InterfaceAddress> ipv4(LinkId link) {
        return addresses(link).stream().filter(address -> address.family() == IpFamily.IPV4).toList();
    }

    private static InterfaceAddress tentative(LinkId link) {
        return Samples.address(link, "fd00::7/64").toBuilder().flags(new AddressFlags(0)).build();
    }

    private InterfaceAddress only(String prefix) {
        List<InterfaceAddress> found = handler().addrList().stream()
                .filter(address -> address.prefix().equals(IpPrefix.parse(prefix))).toList();
        assertThat(found).as("the addresses %s", prefix).hasSize(1);
        return found.get(0);
    }
}
