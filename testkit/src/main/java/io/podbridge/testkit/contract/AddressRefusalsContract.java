package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkChange;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class AddressRefusalsContract extends HandlerContract {

    AddressRefusalsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void anAddressThatIsPreferredForLongerThanItIsValidIsInvalid() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            InterfaceAddress bad = Samples.address(nic, text).toBuilder().validLifetime(new Lifetime(60))
                    .preferredLifetime(new Lifetime(61)).build();

            refused(FailureKind.INVALID, new AddressAdd(nic, bad));
            refused(FailureKind.INVALID, new AddressReplace(nic, bad));
        }
        assertThat(global(nic)).isEmpty();
    }

    @Test
    void anAddressThatIsValidForNoTimeIsInvalid() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            refused(FailureKind.INVALID, new AddressAdd(nic, Samples.address(nic, text).toBuilder()
                    .validLifetime(new Lifetime(0)).preferredLifetime(new Lifetime(0)).build()));
        }
        assertThat(global(nic)).isEmpty();
    }

    @Test
    void anIpv6MulticastAddressIsInvalid() {
        LinkId nic = addCable("eth0", "peer0");

        refused(FailureKind.INVALID, new AddressAdd(nic, Samples.address(nic, "ff02::1234/128")));
    }

    @Test
    void aLinkTooSmallForIpv6HasNoIpv6AddressToDelete() {
        LinkId nic = addCable("eth0", "peer0");
        set(nic, new LinkChange.Mtu(1279));

        refused(FailureKind.NOT_FOUND, new AddressDelete(nic, Samples.address(nic, "fd00::7/64")));
    }

    @Test
    void aLinkTooSmallForIpv6TakesNoIpv6Address() {
        LinkId nic = addCable("eth0", "peer0");
        set(nic, new LinkChange.Mtu(1279));

        refused(FailureKind.INVALID, new AddressAdd(nic, Samples.address(nic, "fd00::7/64")));
    }

    @Test
    void anAddressWithAnotherPeerIsNotFound() {
        LinkId nic = addCable("eth0", "peer0");
        InterfaceAddress held = Samples.address(nic, "10.9.0.1/32").toBuilder().peer(IpAddress.parse("10.9.0.2")).build();
        handler().addrAdd(nic, held);

        refused(FailureKind.NOT_FOUND,
                new AddressDelete(nic, held.toBuilder().peer(IpAddress.parse("10.9.0.3")).build()));

        handler().addrDel(nic, held);
        assertThat(global(nic)).isEmpty();
    }

    @Test
    void anAddressOfAnotherLinkIsNotFound() {
        LinkId nic = addCable("eth0", "peer0");
        for (String text : List.of("10.244.1.7/24", "fd00::7/64")) {
            handler().addrAdd(nic, Samples.address(nic, text));

            refused(FailureKind.NOT_FOUND, new AddressDelete(id("peer0"), Samples.address(id("peer0"), text)));
        }
        assertThat(global(nic)).hasSize(2);
    }

    @Test
    void oneAddressMayBeHeldWithTwoPrefixLengthsOnlyByIpv4() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/16"));
        handler().addrAdd(nic, Samples.address(nic, "fd00::7/64"));

        refused(FailureKind.EXISTS, new AddressAdd(nic, Samples.address(nic, "fd00::7/48")));

        assertThat(global(nic)).containsExactlyInAnyOrder("10.244.1.7/24", "10.244.1.7/16", "fd00::7/64");
    }

    @Test
    void anAddressThatMakesTemporaryOnesHasAPrefixOf64Bits() {
        LinkId nic = addCable("eth0", "peer0");
        AddressFlags makes = new AddressFlags(AddressFlags.MANAGETEMPADDR | AddressFlags.NODAD);
        handler().addrAdd(nic, Samples.address(nic, "fd01::7/48"));

        refused(FailureKind.INVALID, new AddressAdd(nic, Samples.address(nic, "fd02::7/48").toBuilder().flags(makes).build()));
        refused(FailureKind.INVALID,
                new AddressReplace(nic, Samples.address(nic, "fd01::7/48").toBuilder().flags(makes).build()));

        handler().addrAdd(nic, Samples.address(nic, "fd03::7/64").toBuilder().flags(makes).build());
        assertThat(global(nic)).containsExactlyInAnyOrder("fd01::7/48", "fd03::7/64");
    }

    private List<String> global(LinkId link) {
        return addresses(link).stream().filter(InterfaceAddress::isGlobalUnicast).map(found -> found.prefix().toString())
                .toList();
    }
}
