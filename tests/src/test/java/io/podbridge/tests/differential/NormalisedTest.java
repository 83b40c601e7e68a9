package io.podbridge.tests.differential;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.RawAttribute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NormalisedTest {
    private static Link.Builder link() {
        return Link.builder(7, "v0").mtu(1500).hardwareAddress(HardwareAddress.parse("02:d1:ff:00:00:01"));
    }

    private static Sight sight(Link link, InterfaceAddress... addresses) {
        return new Sight(List.of(link), List.of(addresses), List.of(), List.of(), Map.of());
    }

    private static InterfaceAddress.Builder address(String prefix) {
        return InterfaceAddress.builder(7, IpPrefix.parse(prefix));
    }

    private static List<String> difference(Sight one, Sight other) {
        return Difference.between(Place.HERE, Normalised.of(one), Normalised.of(other));
    }

    @Test
    void aValueThatDiffersIsNamedAndNothingElse() {
        assertThat(difference(sight(link().build()), sight(link().mtu(1400).build())))
                .containsExactly("HERE link v0, mtu: 1500 | 1400");
    }

    @Test
    void anObjectThatOnlyOneHasIsOneLine() {
        assertThat(difference(sight(link().build()), sight(link().build(), address("10.0.0.1/24").build())))
                .hasSize(2).anyMatch(line -> line.startsWith("HERE address v0 10.0.0.1/24: absent | {"))
                .contains("HERE order of, addresses of v0: absent | [10.0.0.1/24]");
    }

    @Test
    void theOrderOfAddressesCounts() {
        InterfaceAddress one = address("10.0.0.1/24").build();
        InterfaceAddress other = address("10.0.0.2/24").build();
        assertThat(difference(sight(link().build(), one, other), sight(link().build(), other, one)))
                .containsExactly("HERE order of, addresses of v0: [10.0.0.1/24, 10.0.0.2/24] | [10.0.0.2/24, 10.0.0.1/24]");
    }

    @Test
    void randomMacAddressesAreEqualAndChosenOnesAreNot() {
        Link one = link().hardwareAddress(HardwareAddress.parse("5e:11:22:33:44:55")).build();
        Link other = link().hardwareAddress(HardwareAddress.parse("ca:fe:00:00:00:01")).build();
        assertThat(difference(sight(one), sight(other))).isEmpty();
        assertThat(difference(sight(one), sight(link().build()))).hasSize(1);
    }

    @Test
    void linkLocalAddressesOfRandomMacAddressesAreEqualAndThoseOfChosenOnesAreNot() {
        Sight one = sight(link().build(), address("fe80::5c11:22ff:fe33:4455/64").build());
        assertThat(difference(one, sight(link().build(), address("fe80::c8fe:ff:fe00:1/64").build()))).isEmpty();
        assertThat(difference(one, sight(link().build(), address("fe80::d1:ffff:fe00:1/64").build()))).isNotEmpty();
        assertThat(difference(one, sight(link().build(), address("fe80::5/64").build()))).isNotEmpty();
    }

    @Test
    void lifetimesDifferByMinutes() {
        Sight one = sight(link().build(), address("10.0.0.1/24").validLifetime(new Lifetime(7200)).build());
        assertThat(difference(one, sight(link().build(), address("10.0.0.1/24").validLifetime(new Lifetime(7199)).build())))
                .isEmpty();
        assertThat(difference(one, sight(link().build(), address("10.0.0.1/24").validLifetime(new Lifetime(3600)).build())))
                .hasSize(1);
    }

    @Test
    void attributesThatTheModelDoesNotKnowDoNotCount() {
        Link more = link().unknownAttributes(List.of(new RawAttribute(99, new byte[4]))).build();
        assertThat(difference(sight(link().build()), sight(more))).isEmpty();
    }

    @Test
    void neighboursThatTheKernelLearnedDoNotCountAndPermanentOnesDo() {
        Neighbour.Builder neighbour = Neighbour.builder(7, IpAddress.parse("10.0.0.9"));
        Sight none = sight(link().build());
        assertThat(difference(none, with(neighbour.state(2).build()))).isEmpty();
        assertThat(difference(none, with(neighbour.state(Neighbour.PERMANENT).build()))).hasSize(1);
    }

    private static Sight with(Neighbour neighbour) {
        return new Sight(List.of(link().build()), List.of(), List.of(), List.of(neighbour), Map.of());
    }
}
