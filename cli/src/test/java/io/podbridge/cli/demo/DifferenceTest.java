package io.podbridge.cli.demo;

import io.podbridge.cli.output.NamespaceState;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTest {
    private static final Link NIC = Link.builder(2, "eth0").mtu(1450).build();
    private static final InterfaceAddress ADDRESS = InterfaceAddress.builder(2, IpPrefix.parse("10.244.1.7/24")).build();
    private static final Route ONE = Route.builder(IpPrefix.parse("10.1.0.0/16")).build();
    private static final Route TWO = Route.builder(IpPrefix.parse("10.2.0.0/16")).build();
    private static final NamespaceState BEFORE = new NamespaceState(List.of(NIC), List.of(ADDRESS), List.of(ONE, TWO));

    @Test
    void isNothingBetweenAPodAndItself() {
        assertThat(Difference.between(BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void isEveryChangeOfALinkAnAddressOrARoute() {
        NamespaceState after = new NamespaceState(List.of(NIC.toBuilder().mtu(1500).build()), List.of(), List.of(ONE, ONE, TWO));
        assertThat(Difference.between(BEFORE, after)).satisfiesExactly(
                line -> assertThat(line).startsWith("link before, not after"),
                line -> assertThat(line).startsWith("link after, not before"),
                line -> assertThat(line).startsWith("address before, not after: 10.244.1.7/24"),
                line -> assertThat(line).startsWith("route after, not before: 10.1.0.0/16"));
    }

    @Test
    void isNoMatterOfOrderCountersOrTheStateOfTheMoment() {
        NamespaceState after = new NamespaceState(
                List.of(NIC.toBuilder().unknownAttributes(List.of(new RawAttribute(23, new byte[] {1}))).build()),
                List.of(ADDRESS.toBuilder().flags(new AddressFlags(AddressFlags.TENTATIVE)).validLifetime(new Lifetime(9))
                        .build()),
                List.of(TWO, ONE));
        assertThat(Difference.between(BEFORE, after)).isEmpty();
    }
}
