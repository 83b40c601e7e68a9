package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class LinkNamesContract extends HandlerContract {
    private static final String LONG = "a-name-longer-than-any-link-has";

    LinkNamesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aLinkTakesAnotherNameAndKeepsItsIndex() {
        LinkId bridge = addBridge("br0");

        handler().linkSetName(bridge, "br1");

        assertThat(id("br1")).isEqualTo(bridge.named("br1"));
        assertThat(handler().linkByName("br0")).isEmpty();
    }

    @Test
    void aLinkThatIsUpTakesAnotherNameOrIsBusyBeforeLinux62() {
        LinkId nic = addCable("eth0", "peer0");

        RequestOutcome outcome = handler().execute(List.of(LinkSet.of(nic, new LinkChange.Name("eth1")))).get(0);

        assertThat(link(nic).name()).isEqualTo(outcome.isDone() ? "eth1" : "eth0");
        assertThat(link(nic).isUp()).isTrue();
        outcome.failure().ifPresent(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUSY));
    }

    @Test
    void aNameThatIsTakenExists() {
        LinkId bridge = addBridge("br0");
        set(addBridge("br1"), new LinkChange.AddAltName("uplink"));

        refused(FailureKind.EXISTS, bridge, new LinkChange.Name("br1"));
        refused(FailureKind.EXISTS, bridge, new LinkChange.Name("uplink"));

        assertThat(link(bridge).name()).isEqualTo("br0");
    }

    @Test
    void aLinkIsFoundByItsAlternativeNamesShortAndLong() {
        LinkId bridge = addBridge("br0");
        set(bridge, new LinkChange.AddAltName("uplink"), new LinkChange.AddAltName(LONG));

        assertThat(link(bridge).altNames()).containsExactlyInAnyOrder("uplink", LONG);
        assertThat(id("uplink")).isEqualTo(bridge);
        assertThat(id(LONG)).isEqualTo(bridge);
    }

    @Test
    void anAlternativeNameThatIsTakenExists() {
        LinkId bridge = addBridge("br0");
        set(bridge, new LinkChange.AddAltName("uplink"));
        LinkId other = addBridge("br1");

        refused(FailureKind.EXISTS, bridge, new LinkChange.AddAltName("uplink"));
        refused(FailureKind.EXISTS, other, new LinkChange.AddAltName("uplink"));
        refused(FailureKind.EXISTS, other, new LinkChange.AddAltName("br0"));

        assertThat(link(other).altNames()).isEmpty();
    }

    @Test
    void anAlternativeNameThatIsTakenOffCanBeGivenToAnother() {
        LinkId bridge = addBridge("br0");
        LinkId other = addBridge("br1");
        set(bridge, new LinkChange.AddAltName("uplink"));

        set(bridge, new LinkChange.DeleteAltName("uplink"));
        set(other, new LinkChange.AddAltName("uplink"));

        assertThat(id("uplink")).isEqualTo(other);
        assertThat(link(bridge).altNames()).isEmpty();
    }

    @Test
    void anAlternativeNameThatIsNotThereIsNotFound() {
        LinkId bridge = addBridge("br0");

        refused(FailureKind.NOT_FOUND, bridge, new LinkChange.DeleteAltName("uplink"));
    }

    @Test
    void namesAreFreeAgainWhenTheirLinkIsDeleted() {
        LinkId bridge = addBridge("br0");
        set(bridge, new LinkChange.AddAltName("uplink"));
        handler().execute(new LinkDelete(bridge));

        LinkId next = addBridge("uplink");

        assertThat(id("uplink")).isEqualTo(next);
        assertThat(link(next).altNames()).isEmpty();
    }

    @Test
    void aNameMayHaveDots() {
        LinkId bridge = addBridge("br0.100");

        assertThat(link(bridge).name()).isEqualTo("br0.100");
    }

    @Test
    void aNameHasUpTo15BytesAndAnAlternativeOneUpTo127() {
        LinkId bridge = addBridge("br-of-15-bytes0");
        String longest = "x".repeat(127);

        set(bridge, new LinkChange.AddAltName(longest));

        assertThat(id("br-of-15-bytes0")).isEqualTo(bridge);
        assertThat(id(longest)).isEqualTo(bridge);
    }

    @Test
    void aNameMayHaveOtherLettersThanAscii() {
        LinkId bridge = addBridge("brücke");

        set(bridge, new LinkChange.AddAltName("brücke-zur-vm"));

        assertThat(link(bridge).name()).isEqualTo("brücke");
        assertThat(link(id("brücke-zur-vm")).altNames()).containsExactly("brücke-zur-vm");
    }

    @Test
    void theNameThatALinkHasAlreadyIsHarmless() {
        LinkId bridge = addBridge("br0");

        handler().linkSetName(bridge, "br0");

        assertThat(id("br0")).isEqualTo(bridge);
    }

    @Test
    void aNameIsFreeOnceItsLinkHasAnotherAndAlternativeNamesStay() {
        LinkId bridge = addBridge("br0");
        set(bridge, new LinkChange.AddAltName("uplink"));

        handler().linkSetName(bridge, "br1");

        LinkId next = addBridge("br0");
        assertThat(next.index()).isNotEqualTo(bridge.index());
        assertThat(id("uplink").index()).isEqualTo(bridge.index());
    }

    @Test
    void aChangeThatFailsIsToldAsSuchThoughALaterOneWouldFailOtherwise() {
        LinkId nic = addCable("eth0", "peer0");
        addBridge("br0");

        refused(FailureKind.INVALID, nic, new LinkChange.DeleteAltName("br0"), new LinkChange.Master(gone()));
        refused(FailureKind.INVALID, nic, new LinkChange.Mtu(67), new LinkChange.Master(gone()));
    }

    @Test
    void anAlternativeNameOfAnotherLinkAndTheLinksOwnNameAreNotTakenOff() {
        LinkId bridge = addBridge("br0");
        set(addBridge("br1"), new LinkChange.AddAltName("uplink"));

        refused(FailureKind.INVALID, bridge, new LinkChange.DeleteAltName("uplink"));
        refused(FailureKind.INVALID, bridge, new LinkChange.DeleteAltName("br0"));

        assertThat(handler().linkByName("uplink")).isPresent();
        assertThat(handler().linkByName("br0")).isPresent();
    }

    @Test
    void noLinkIsCalledLikeTheSettingsOfAllLinksOrOfNewOnes() {
        LinkId bridge = addBridge("br0");
        for (String name : List.of("all", "default")) {
            refused(FailureKind.INVALID, LinkAdd.bridge(name).build());
            refused(FailureKind.INVALID, bridge, new LinkChange.Name(name));

            set(bridge, new LinkChange.AddAltName(name));
            assertThat(id(name)).isEqualTo(bridge);
        }
        assertThat(made()).containsExactly("br0");
    }
}
