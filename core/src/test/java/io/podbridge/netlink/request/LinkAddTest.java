package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkAddTest {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");

    @Test
    void bridge() {
        LinkAdd add = LinkAdd.bridge("k6t-eth0").index(77).mac(MAC).multicastSnooping(false).mtu(1450).up().build();
        assertLines(add, "ip link add name k6t-eth0 index 77 address 02:00:00:00:00:01 mtu 1450 up type bridge mcast_snooping 0");
        assertThat(add.operation() + " " + add.target()).isEqualTo("add bridge \"k6t-eth0\"");
    }

    @Test
    void dummyThatStaysDown() {
        assertLines(LinkAdd.dummy("eth0").build(), "ip link add name eth0 type dummy");
    }

    @Test
    void vethWithItsPeer() {
        VethPeer peer = new VethPeer("far", OptionalInt.of(12), Optional.of(MAC));
        assertLines(LinkAdd.veth("near", peer).index(11).build(),
                "ip link add name near index 11 type veth peer name far index 12 address 02:00:00:00:00:01");
    }

    @Test
    void tap() {
        LinkAdd add = LinkAdd.tap("tap0", TapOptions.ownedBy(107, 108)).mtu(1450).mac(MAC).build();
        assertLines(add, "ip tuntap add dev tap0 mode tap user 107 group 108 vnet_hdr",
                "ip link set dev tap0 address 02:00:00:00:00:01 mtu 1450");
        assertThat(add.operation()).isEqualTo("add tap");
        assertThat(add.kind()).isEqualTo(LinkKind.TUN);
    }

    @Test
    void tapOfSeveralQueuesForEverybody() {
        TapOptions options = new TapOptions(OptionalInt.empty(), OptionalInt.empty(), 4);
        assertLines(LinkAdd.tap("tap0", options).build(), "ip tuntap add dev tap0 mode tap vnet_hdr multi_queue");
    }

    @Test
    void aBuilderGoesOnWithoutChangingWhatItBuilt() {
        LinkAdd.Builder builder = LinkAdd.dummy("eth0");
        LinkAdd before = builder.build();
        assertThat(builder.mtu(1450).build()).isNotEqualTo(before);
        assertThat(before.mtu()).isEmpty();
        assertThat(before).isEqualTo(LinkAdd.dummy("eth0").build());
    }

    @Test
    void anIndexIsPositive() {
        for (int index : new int[] {0, -1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> LinkAdd.dummy("eth0").index(index));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new VethPeer("far", OptionalInt.of(index), Optional.empty()));
        }
    }

    @Test
    void refusesBadInput() {
        assertThatIllegalArgumentException().isThrownBy(() -> LinkAdd.dummy("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new VethPeer("a/b", OptionalInt.empty(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TapOptions(OptionalInt.empty(), OptionalInt.empty(), 257))
                .withMessage("a tap has 1 to 256 queues, not 257");
        assertThatIllegalArgumentException().isThrownBy(() -> TapOptions.ownedBy(-1, 0));
        LinkAdd.Builder halfChosen = LinkAdd.veth("near", new VethPeer("far", OptionalInt.of(12), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(halfChosen::build)
                .withMessage("an index for the peer of \"near\" needs one for \"near\" too");
    }

    private static void assertLines(LinkAdd add, String... lines) {
        assertThat(add.commands()).extracting(Command::toString).containsExactly(lines);
    }
}
