package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.SysctlSet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class AddressDeletionsContract extends HandlerContract {

    AddressDeletionsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aDeletedAddressIsGoneAndDeletingItAgainIsNotFound() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            InterfaceAddress address = Samples.address(nic, text);
            handler().addrAdd(nic, address);

            handler().addrDel(nic, address);

            assertThat(global(nic)).isEmpty();
            refused(FailureKind.NOT_FOUND, new AddressDelete(nic, address));
        }
    }

    @Test
    void anAddressOfAnotherPrefixLengthIsNotFound() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));

        refused(FailureKind.NOT_FOUND, new AddressDelete(nic, Samples.address(nic, "10.244.1.7/16")));

        assertThat(global(nic)).containsExactly("10.244.1.7/24");
    }

    @Test
    void theRouteOfAnIpv6SubnetStaysForAnAddressThatExpiresAndExpiresWithIt() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64"));
        handler().addrAdd(nic, Samples.address(nic, "fd00::8/64").toBuilder().validLifetime(new Lifetime(7200))
                .preferredLifetime(new Lifetime(3600)).build());
        assertThat(subnetRoute().expiresSeconds()).isEmpty();

        handler().addrDel(nic, Samples.address(nic, "fd00::7/64"));

        assertThat(subnetRoute().expiresSeconds().orElse(0)).isBetween(7000L, 7200L);
    }

    private Route subnetRoute() {
        return handler().routeList().stream().filter(route -> route.destination().toString().equals("fd00::/64")).findFirst()
                .orElseThrow();
    }

    @Test
    void anAddressIsDeletedWhateverItsLabelWas() {
        LinkId nic = addCable("eth0", "peer0");
        InterfaceAddress address = Samples.address(nic, "10.244.1.7/24").toBuilder().label("eth0:1").build();
        handler().addrAdd(nic, address);
        set(nic, new LinkChange.Down(), new LinkChange.Name("eth0-nic"));

        handler().addrDel(nic, address);

        assertThat(global(nic)).isEmpty();
    }

    @Test
    void anAddressIsDeletedAsItWasListed() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64"));

        addresses(nic).stream().filter(InterfaceAddress::isGlobalUnicast).forEach(address -> handler().addrDel(nic, address));

        assertThat(global(nic)).isEmpty();
    }

    @Test
    void anAddressOnAnotherLinkIsLeftAlone() {
        LinkId nic = addCable("eth0", "peer0");
        LinkId other = addBridge("br0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(other, Samples.address(other, "10.244.1.7/24"));

        handler().addrDel(nic, Samples.address(nic, "10.244.1.7/24"));

        assertThat(global(nic)).isEmpty();
        assertThat(global(other)).containsExactly("10.244.1.7/24");
    }

    @Test
    void thePrimaryAddressOfASubnetTakesItsSecondariesWithIt() {
        LinkId nic = addCable("eth0", "peer0");
        promoteSecondaries(nic, "0");
        for (String text : List.of("10.244.1.7/24", "10.244.1.8/24", "10.1.0.1/24")) {
            handler().addrAdd(nic, Samples.address(nic, text));
        }

        handler().addrDel(nic, Samples.address(nic, "10.244.1.7/24"));

        assertThat(global(nic)).containsExactly("10.1.0.1/24");
    }

    @Test
    void aSecondaryAddressTakesThePlaceOfThePrimaryWhereItIsPromoted() {
        LinkId nic = addCable("eth0", "peer0");
        promoteSecondaries(nic, "1");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.8/24"));

        handler().addrDel(nic, Samples.address(nic, "10.244.1.7/24"));

        assertThat(global(nic)).containsExactly("10.244.1.8/24");
        assertThat(addresses(nic)).noneMatch(address -> address.flags().has(AddressFlags.SECONDARY)
                && address.family() == IpFamily.IPV4);
    }

    @Test
    void aSecondaryAddressGoesAlone() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.8/24"));

        handler().addrDel(nic, Samples.address(nic, "10.244.1.8/24"));

        assertThat(global(nic)).containsExactly("10.244.1.7/24");
    }

    @Test
    void aLinkThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, new AddressDelete(gone(), Samples.address(gone(), "10.244.1.7/24")));
        refused(FailureKind.NOT_FOUND, new AddressDelete(gone(), Samples.address(gone(), "fd00::7/64")));
    }

    /** A new namespace may have this setting from its host. */
    private void promoteSecondaries(LinkId link, String value) {
        Requirement.writableSysctls(handler());
        handler().execute(new SysctlSet(Sysctl.of("net", "ipv4", "conf", "all", "promote_secondaries"), value));
        handler().execute(new SysctlSet(Sysctl.ofLink(IpFamily.IPV4, link, "promote_secondaries"), value));
    }

    private List<String> global(LinkId link) {
        return addresses(link).stream().filter(InterfaceAddress::isGlobalUnicast).map(found -> found.prefix().toString())
                .toList();
    }
}
