package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.VethPeer;
import io.podbridge.testkit.netns.Eventually;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class VethsContract extends HandlerContract {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:05");
    private static final MacAddress PEER_MAC = MacAddress.parse("02:00:00:00:00:06");

    VethsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void theEndsOfAVethHaveWhatWasChosenAndKnowEachOther() {
        VethPeer peer = new VethPeer("b", OptionalInt.of(CHOSEN_INDEX + 1), Optional.of(PEER_MAC));
        handler().linkAdd(LinkAdd.veth("a", peer).index(CHOSEN_INDEX).mac(MAC).build());

        Link first = link(id("a"));
        Link second = link(id("b"));
        assertThat(List.of(first.index(), second.index())).containsExactly(CHOSEN_INDEX, CHOSEN_INDEX + 1);
        assertThat(first.mac()).contains(MAC);
        assertThat(second.mac()).contains(PEER_MAC);
        assertThat(first.kind()).contains(LinkKind.VETH).isEqualTo(second.kind());
        assertThat(first.peerIndex()).hasValue(second.index());
        assertThat(second.peerIndex()).hasValue(first.index());
        assertThat(first.peerNamespaceId()).isEmpty();
    }

    @Test
    void aVethWhosePeersNameIsTakenExistsAndMakesNeitherEnd() {
        addBridge("br0");

        refused(FailureKind.EXISTS, LinkAdd.veth("a", new VethPeer("br0", OptionalInt.empty(), Optional.empty())).build());

        assertThat(handler().linkByName("a")).isEmpty();
    }

    @Test
    void aVethHasACarrierOnlyWhenBothEndsAreUp() {
        LinkId first = add(LinkAdd.veth("a", new VethPeer("b", OptionalInt.empty(), Optional.empty())).up());
        assertThat(link(first).hasCarrier()).isFalse();

        set(id("b"), new LinkChange.Up());

        assertThat(link(first).hasCarrier()).isTrue();
    }

    @Test
    void aVethWhosePeersIndexIsTakenIsBusyAndMakesNeitherEnd() {
        Link holder = link(add(LinkAdd.bridge("br0").index(CHOSEN_INDEX)));

        refused(FailureKind.BUSY,
                LinkAdd.veth("a", new VethPeer("b", OptionalInt.of(CHOSEN_INDEX), Optional.empty())).index(CHOSEN_INDEX + 1)
                        .build());

        assertThat(link(holder.id())).isEqualTo(holder);
        assertThat(made()).containsExactly("br0");
    }

    @Test
    void aVethWhoseOwnNameIsThatOfItsPeerExistsAndMakesNeitherEnd() {
        refused(FailureKind.EXISTS, LinkAdd.veth("a", new VethPeer("a", OptionalInt.empty(), Optional.empty())).build());

        assertThat(made()).isEmpty();
    }

    @Test
    void aVethWhosePeersMacIsMulticastIsInvalidAndMakesNeitherEnd() {
        MacAddress multicast = MacAddress.parse("01:00:5e:00:00:01");

        refused(FailureKind.INVALID, LinkAdd.veth("a", new VethPeer("b", OptionalInt.empty(), Optional.of(multicast))).build());

        assertThat(made()).isEmpty();
    }

    @Test
    void aVethLosesItsCarrierWhenItsPeerGoesDown() {
        LinkId first = addCable("a", "b");

        set(id("b"), new LinkChange.Down());

        assertThat(link(first).hasCarrier()).isFalse();
        assertThat(link(first).isUp()).isTrue();
        Eventually.holds("a cannot carry traffic", () -> !link(first).operState().equals(OperState.UP));
    }

    @Test
    void whatIsChosenForAVethIsNotForItsPeer() {
        LinkId first = add(LinkAdd.veth("a", new VethPeer("b", OptionalInt.empty(), Optional.empty())).mac(MAC).mtu(1400).up());

        Link peer = link(id("b"));
        assertThat(link(first).mtu()).isEqualTo(1400);
        assertThat(peer.mtu()).isEqualTo(1500);
        assertThat(peer.mac()).isPresent().isNotEqualTo(Optional.of(MAC));
        assertThat(peer.isUp()).isFalse();
    }
}
