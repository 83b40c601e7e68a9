package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.VethPeer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class LinksContract extends HandlerContract {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:05");
    private static final MacAddress PEER_MAC = MacAddress.parse("02:00:00:00:00:06");

    LinksContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aNewNamespaceHasALoopbackThatIsDown() {
        Link loopback = link(new LinkId(1, "lo"));

        assertThat(loopback.name()).isEqualTo("lo");
        assertThat(loopback.kind()).isEmpty();
        assertThat(loopback.flags().has(LinkFlags.LOOPBACK)).isTrue();
        assertThat(loopback.isUp()).isFalse();
        assertThat(handler().addrList()).isEmpty();
    }

    @Test
    void aBridgeHasTheChosenIndexAndMacAndIsDown() {
        handler().linkAdd(LinkAdd.bridge("br0").index(CHOSEN_INDEX).mac(MAC).build());

        Link bridge = link(new LinkId(CHOSEN_INDEX, "br0"));
        assertThat(bridge.name()).isEqualTo("br0");
        assertThat(bridge.kind()).contains(LinkKind.BRIDGE);
        assertThat(bridge.mac()).contains(MAC);
        assertThat(bridge.isUp()).isFalse();
        assertThat(bridge.mtu()).isEqualTo(1500);
        assertThat(bridge.master()).isEmpty();
    }

    @Test
    void aBridgeWithoutChoicesGetsAnUnusedIndexAndAUnicastMac() {
        LinkId first = addBridge("br0");
        LinkId second = addBridge("br1");

        assertThat(first.index()).isNotEqualTo(second.index());
        assertThat(link(first).mac()).hasValueSatisfying(mac -> assertThat(mac.isUnicast()).isTrue());
        assertThat(link(first).mac()).isNotEqualTo(link(second).mac());
    }

    @Test
    void aLinkCanBeUpFromTheStart() {
        LinkId bridge = add(LinkAdd.bridge("br0").up());

        assertThat(link(bridge).isUp()).isTrue();
    }

    @Test
    void aLinkCanHaveAnMtuFromTheStart() {
        LinkId bridge = add(LinkAdd.bridge("br0").mtu(1450));

        assertThat(link(bridge).mtu()).isEqualTo(1450);
    }

    @Test
    void anMtuOutOfRangeIsInvalidAndMakesNoLink() {
        refused(FailureKind.INVALID, LinkAdd.bridge("br0").mtu(67).build());

        assertThat(handler().linkByName("br0")).isEmpty();
    }

    @Test
    void aMulticastMacIsInvalidAndMakesNoLink() {
        refused(FailureKind.INVALID, LinkAdd.bridge("br0").mac(MacAddress.parse("01:00:5e:00:00:01")).build());

        assertThat(handler().linkByName("br0")).isEmpty();
    }

    @Test
    void aBridgeSnoopsMulticastUnlessToldNotTo() {
        assertThat(link(addBridge("br0")).multicastSnooping()).contains(true);
        assertThat(link(add(LinkAdd.bridge("br1").multicastSnooping(false))).multicastSnooping()).contains(false);
    }

    @Test
    void aNameThatIsTakenExistsAndItsHolderStaysAsItIs() {
        Link holder = link(add(LinkAdd.bridge("br0").mac(MAC)));

        refused(FailureKind.EXISTS, LinkAdd.bridge("br0").mac(PEER_MAC).up().build());

        assertThat(link(holder.id())).isEqualTo(holder);
        assertThat(made()).containsExactly("br0");
    }

    @Test
    void aNameThatIsAnAlternativeNameExists() {
        set(addBridge("br0"), new LinkChange.AddAltName("uplink"));

        refused(FailureKind.EXISTS, LinkAdd.bridge("uplink").build());
    }

    @Test
    void anIndexThatIsTakenIsRefusedAndItsHolderStaysAsItIs() {
        Link holder = link(add(LinkAdd.bridge("br0").index(CHOSEN_INDEX)));

        // rtnetlink takes the index for the link that is meant, and answers EEXIST; only a tap gets EBUSY.
        refused(FailureKind.EXISTS, LinkAdd.bridge("br1").index(CHOSEN_INDEX).mac(MAC).up().build());

        assertThat(link(holder.id())).isEqualTo(holder);
        assertThat(handler().linkByName("br1")).isEmpty();
    }

    @Test
    void aKindThatTheKernelDoesNotHaveIsUnsupported() {
        refused(FailureKind.UNSUPPORTED, LinkAdd.ofKind(new LinkKind("nosuchkind"), "x0").build());

        assertThat(made()).isEmpty();
    }

    @Test
    void aDummyCanBeMadeExactlyWhereTheHandlerSaysSo() {
        RequestOutcome outcome = handler().execute(List.of(LinkAdd.dummy("d0").build())).get(0);

        assertThat(outcome.isDone()).isEqualTo(handler().supports(Feature.DUMMY));
        assertThat(handler().linkByName("d0").isPresent()).isEqualTo(outcome.isDone());
        outcome.failure().ifPresent(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED));
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
    void aLinkIsFoundByIndexAndByNameAndInTheList() {
        Link bridge = link(addBridge("br0"));

        assertThat(handler().linkByName("br0")).contains(bridge);
        assertThat(handler().linkList()).contains(bridge);
    }

    @Test
    void aLinkThatIsNotThereIsAbsent() {
        assertThat(handler().linkByName("nosuch0")).isEmpty();
        assertThat(handler().linkByName("a-name-longer-than-any-link-has")).isEmpty();
        assertThat(handler().linkByIndex(gone().index())).isEmpty();
    }
}
