package io.podbridge.netlink.request;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressReplaceTest {
    private static final LinkId ETH0 = new LinkId(3, "eth0");

    @Test
    void ipv4WithAllThatItCanHave() {
        InterfaceAddress address = address("10.244.1.7/24").broadcast(IpAddress.parse("10.244.1.255")).label("eth0:1").metric(100)
                .flags(new AddressFlags(AddressFlags.PERMANENT | AddressFlags.NOPREFIXROUTE)).build();
        assertLine(new AddressReplace(ETH0, address),
                "ip address replace 10.244.1.7/24 broadcast 10.244.1.255 scope global dev eth0"
                        + " label eth0:1 metric 100 noprefixroute");
    }

    @Test
    void ipv6WithLifetimes() {
        InterfaceAddress address = address("fd00::7/64").validLifetime(new Lifetime(3600)).preferredLifetime(new Lifetime(0))
                .flags(new AddressFlags(AddressFlags.NODAD)).build();
        assertLine(new AddressReplace(ETH0, address),
                "ip address replace fd00::7/64 dev eth0 valid_lft 3600 preferred_lft 0 nodad");
    }

    @Test
    void thePrefixBelongsToThePeer() {
        InterfaceAddress address = address("10.0.0.5/32").peer(IpAddress.parse("10.0.0.1")).build();
        assertLine(new AddressReplace(ETH0, address), "ip address replace 10.0.0.5 peer 10.0.0.1/32 scope global dev eth0");
        assertLine(new AddressDelete(ETH0, address), "ip address del 10.0.0.5 peer 10.0.0.1/32 dev eth0");
    }

    @Test
    void aPeerWithThePrefixLengthOfAllCannotBeSaid() {
        InterfaceAddress address = address("10.0.0.5/0").peer(IpAddress.parse("10.0.0.1")).build();
        assertThat(new AddressReplace(ETH0, address).unsaid()).containsExactly("a peer with the prefix length 0");
        assertThat(new AddressDelete(ETH0, address).unsaid()).containsExactly("a peer with the prefix length 0");
        assertThat(new AddressDelete(ETH0, address("10.0.0.5/0").build()).unsaid()).isEmpty();
    }

    @Test
    void aMetricHasThirtyTwoBits() {
        assertThat(address("10.0.0.5/24").metric(0xffff_ffffL).build().metric()).hasValue(0xffff_ffffL);
        assertThatIllegalArgumentException().isThrownBy(() -> address("10.0.0.5/24").metric(0x1_0000_0000L))
                .withMessage("a metric is a number from 0 to 4294967295, not 4294967296");
    }

    @Test
    void goesByTheLinkOfTheRequestAndNotOfTheAddress() {
        InterfaceAddress elsewhere = InterfaceAddress.builder(99, IpPrefix.parse("10.0.0.5/24")).build();
        AddressReplace request = new AddressReplace(ETH0, elsewhere);
        assertThat(request.operation() + " " + request.target()).isEqualTo("replace address 10.0.0.5/24 on \"eth0\"");
    }

    private static InterfaceAddress.Builder address(String prefix) {
        return InterfaceAddress.builder(3, IpPrefix.parse(prefix));
    }

    private static void assertLine(NetlinkRequest request, String line) {
        assertThat(request.commands()).extracting(Command::toString).containsExactly(line);
    }
}
