package io.podbridge.guest;

import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import java.util.List;

/**
 * The addresses of one family that the guest gets.
 *
 * @param family the family
 * @param prefixes the addresses, each with its subnet
 */
record FamilyAddresses(IpFamily family, List<IpPrefix> prefixes) {

    /** {@return all that the pod has of the family} */
    static FamilyAddresses of(PodInterface pod, IpFamily family) {
        return new FamilyAddresses(family, pod.movableAddresses().stream().filter(address -> address.family() == family)
                .map(FamilyAddresses::prefix).toList());
    }

    /** With a peer, the prefix is that of the peer's subnet, and the local address stands alone. */
    private static IpPrefix prefix(InterfaceAddress address) {
        return address.peer().isPresent() ? IpPrefix.host(address.address()) : address.prefix();
    }

    /** {@return the first of them alone, or none if there is none} */
    FamilyAddresses first() {
        return new FamilyAddresses(family, prefixes.stream().limit(1).toList());
    }

    boolean isEmpty() {
        return prefixes.isEmpty();
    }

    List<IpAddress> addresses() {
        return prefixes.stream().map(IpPrefix::address).toList();
    }

    /** {@return whether the guest reaches it on its link for nothing but having its addresses} */
    boolean reaches(IpAddress neighbour) {
        boolean always = family == IpFamily.IPV6 && neighbour.isLinkLocal();
        return always || prefixes.stream().anyMatch(prefix -> prefix.contains(neighbour));
    }

    /** {@return whether it is the subnet of one of the addresses} */
    boolean hasSubnet(IpPrefix destination) {
        return prefixes.stream().anyMatch(prefix -> prefix.network().equals(destination.network()));
    }
}
