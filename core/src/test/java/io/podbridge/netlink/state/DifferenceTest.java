package io.podbridge.netlink.state;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DifferenceTest {
    private static final Link NIC = Link.builder(2, "eth0").mtu(1450).build();
    private static final InterfaceAddress ADDRESS = InterfaceAddress.builder(2, IpPrefix.parse("10.244.1.7/24")).build();
    private static final Route ONE = Route.builder(IpPrefix.parse("10.1.0.0/16")).build();
    private static final Route TWO = Route.builder(IpPrefix.parse("10.2.0.0/16")).build();
    private static final NamespaceState BEFORE = new NamespaceState(List.of(NIC), List.of(ADDRESS), List.of(ONE, TWO),
            List.of());

    @Test
    void isNothingBetweenAPodAndItself() {
        assertThat(BEFORE.difference(BEFORE)).isEmpty();
    }

    @Test
    void isALineForEachThatIsGoneAndEachThatIsNew() {
        NamespaceState after = new NamespaceState(List.of(NIC.toBuilder().mtu(1500).build()), List.of(), List.of(ONE, ONE, TWO),
                List.of());
        assertThat(BEFORE.difference(after)).containsExactly("- 2: eth0: <> mtu 1450 state UNKNOWN link/ether",
                "+ 2: eth0: <> mtu 1500 state UNKNOWN link/ether", "- dev eth0 inet 10.244.1.7/24 scope global dynamic eth0",
                "+ 10.1.0.0/16");
    }

    @Test
    void isALifetimeThatHasGotAnEnd() {
        NamespaceState after = new NamespaceState(List.of(NIC),
                List.of(ADDRESS.toBuilder().validLifetime(new Lifetime(9)).build()), BEFORE.routes(), List.of());
        assertThat(BEFORE.difference(after)).containsExactly("- dev eth0 inet 10.244.1.7/24 scope global dynamic eth0",
                "+ dev eth0 inet 10.244.1.7/24 scope global dynamic eth0 valid_lft 9sec");
    }

    @Test
    void isANeighbourThatSomebodyPutThereAndNoneThatTheKernelFound() {
        Neighbour.Builder gateway = Neighbour.builder(2, IpAddress.parse("10.244.1.1"));
        assertThat(BEFORE.difference(with(gateway.state(Neighbour.PERMANENT).build())))
                .containsExactly("+ 10.244.1.1 dev eth0 PERMANENT");
        assertThat(BEFORE.difference(with(gateway.state(2).build()))).isEmpty();
    }

    @Test
    void isNoMulticastRouteOfALinkThatWaitsForItsCarrier() {
        NextHop throughNic = NextHop.builder().linkIndex(2).build();
        Route multicast = Route.builder(IpPrefix.parse("ff00::/8")).protocol(RouteProtocol.KERNEL)
                .nextHops(List.of(throughNic)).build();
        Link running = NIC.toBuilder().flags(new LinkFlags(1 << 6)).build();
        NamespaceState waiting = new NamespaceState(List.of(NIC), List.of(), List.of(), List.of());
        NamespaceState without = new NamespaceState(List.of(running), List.of(), List.of(), List.of());
        NamespaceState with = new NamespaceState(List.of(running), List.of(), List.of(multicast), List.of());

        assertThat(with.difference(waiting)).isEmpty();
        assertThat(with.difference(without)).hasSize(1).first().asString().startsWith("- ").contains("ff00::/8");
    }

    @Test
    void isNoMatterOfOrderCountersOrTheStateOfTheMoment() {
        Link later = NIC.toBuilder().flags(new LinkFlags(LinkFlags.LOWER_UP)).operState(OperState.UP)
                .unknownAttributes(List.of(new RawAttribute(23, new byte[] {1}))).build();
        InterfaceAddress tentative = ADDRESS.toBuilder().flags(new AddressFlags(AddressFlags.TENTATIVE)).build();
        NamespaceState after = new NamespaceState(List.of(later), List.of(tentative), List.of(TWO, ONE), List.of());
        assertThat(BEFORE.difference(after)).isEmpty();
    }

    @Test
    void isNoMatterOfTheTimeThatIsLeft() {
        assertThat(with(new Lifetime(3600), 600).difference(with(new Lifetime(9), 3))).isEmpty();
    }

    private static NamespaceState with(Neighbour neighbour) {
        return new NamespaceState(List.of(NIC), List.of(ADDRESS), List.of(ONE, TWO), List.of(neighbour));
    }

    private static NamespaceState with(Lifetime lifetime, long routeExpires) {
        return new NamespaceState(List.of(NIC), List.of(ADDRESS.toBuilder().validLifetime(lifetime).build()),
                List.of(ONE.toBuilder().expiresSeconds(routeExpires).build()), List.of());
    }
}
