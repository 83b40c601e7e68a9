package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Scope;
import io.podbridge.panama.wire.GoldenMessage;
import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Messages;
import io.podbridge.panama.wire.WireException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AddressDecoderTest {
    private static final int AF_MCTP = 45;
    private static final int INVENTED = 4711;
    private static final byte[] LOCAL = {10, 0, 0, 1};

    @Test
    void readsAnIpv4AddressWithAllThatItCanHave() {
        assertThat(golden("addr-v4")).contains(permanent(7, "10.244.1.7/24").broadcast(IpAddress.parse("10.244.1.255"))
                .label("eth0:pod").metric(50).build());
    }

    @Test
    void readsASecondaryAddress() {
        assertThat(golden("addr-v4-secondary")).contains(permanent(7, "10.244.1.8/24").label("eth0")
                .flags(new AddressFlags(AddressFlags.PERMANENT | AddressFlags.SECONDARY)).build());
    }

    @Test
    void tellsThePeerFromTheLocalAddress() {
        assertThat(golden("addr-v4-peer")).contains(permanent(7, "192.168.7.1/32").peer(IpAddress.parse("192.168.7.2"))
                .label("eth0").scope(Scope.LINK).build());
        assertThat(golden("addr-v6-peer")).contains(permanent(12, "fd00:5::1/128").peer(IpAddress.parse("fd00:5::2"))
                .flags(new AddressFlags(AddressFlags.PERMANENT | AddressFlags.NODAD)).build());
    }

    @Test
    void readsLifetimes() {
        assertThat(golden("addr-v4-lifetimes")).contains(InterfaceAddress.builder(12, IpPrefix.parse("10.244.9.7/24"))
                .label("eth2").preferredLifetime(new Lifetime(1794)).validLifetime(new Lifetime(3594)).build());
        assertThat(golden("addr-v6-lifetimes")).contains(InterfaceAddress.builder(12, IpPrefix.parse("fd00:10:244:9::7/64"))
                .flags(new AddressFlags(AddressFlags.NODAD)).preferredLifetime(new Lifetime(1794))
                .validLifetime(new Lifetime(3594)).build());
    }

    @Test
    void readsFlagsThatDoNotFitIntoTheHeader() {
        assertThat(golden("addr-v6")).contains(permanent(7, "fd00:10:244:1::7/64").flags(new AddressFlags(
                AddressFlags.PERMANENT | AddressFlags.NODAD | AddressFlags.NOPREFIXROUTE)).build());
    }

    @Test
    void readsWhoMadeAnAddress() {
        assertThat(golden("addr-v6-link-local")).contains(permanent(7, "fe80::858:aff:fef4:107/64").scope(Scope.LINK)
                .protocol(3).build());
        assertThat(golden("addr-v6-loopback")).contains(permanent(1, "::1/128").scope(Scope.HOST).protocol(1).build());
        assertThat(golden("addr-v4-loopback")).contains(permanent(1, "127.0.0.1/8").scope(Scope.HOST).label("lo").build());
    }

    @Test
    void leavesOutOtherFamilies() {
        assertThat(decode(AF_MCTP, 32, body -> body.attribute(Ifa.LOCAL, LOCAL))).isEmpty();
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        Optional<InterfaceAddress> address = decode(Rtm.AF_INET, 32,
                body -> body.attribute(Ifa.LOCAL, LOCAL).attribute(INVENTED, new byte[] {1}));
        assertThat(address.orElseThrow().unknownAttributes()).containsExactly(new RawAttribute(INVENTED, new byte[] {1}));
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertRefused(32, body -> {});
        assertRefused(32, body -> body.attribute(Ifa.LOCAL, new byte[5]));
        assertRefused(33, body -> body.attribute(Ifa.LOCAL, LOCAL));
        assertRefused(32, body -> body.attribute(Ifa.LOCAL, LOCAL).attribute(Ifa.CACHEINFO, new byte[7]));
    }

    private static void assertRefused(int prefixLength, Consumer<MessageWriter> attributes) {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> decode(Rtm.AF_INET, prefixLength, attributes));
    }

    private static InterfaceAddress.Builder permanent(int link, String prefix) {
        return InterfaceAddress.builder(link, IpPrefix.parse(prefix)).flags(new AddressFlags(AddressFlags.PERMANENT));
    }

    private static Optional<InterfaceAddress> golden(String name) {
        return AddressDecoder.decode(GoldenMessage.of("answer/" + name).payload());
    }

    private static Optional<InterfaceAddress> decode(int family, int prefixLength, Consumer<MessageWriter> attributes) {
        return AddressDecoder.decode(Messages.first(Messages.message(Rtm.NEWADDR, 0, body -> {
            body.u8(family).u8(prefixLength).u8(0).u8(0).u32(1);
            attributes.accept(body);
        })).payload());
    }
}
