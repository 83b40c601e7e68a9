package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import java.util.List;
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
    void aLinkIsFoundByIndexAndByNameAndInTheList() {
        Link bridge = link(addBridge("br0"));

        assertThat(handler().linkByName("br0")).contains(bridge);
        assertThat(handler().linkList()).contains(bridge);
    }

    @Test
    void aLinkThatIsNotThereIsAbsent() {
        assertThat(handler().linkByName("nosuch0")).isEmpty();
        assertThat(handler().linkByName("a-name-longer-than-any-link-has")).isEmpty();
        assertThat(handler().linkByName("x".repeat(200))).isEmpty();
        assertThat(handler().linkByName("no such")).isEmpty();
        assertThat(handler().linkByIndex(gone().index())).isEmpty();
    }

    @Test
    void theListTellsTheSameTwiceAndTheSameAsOneLinkTells() {
        addBridge("br0");
        addBridge("br1");

        List<Link> links = handler().linkList();

        assertThat(handler().linkList()).isEqualTo(links);
        assertThat(links).allSatisfy(link -> assertThat(handler().linkByIndex(link.index())).contains(link));
    }
}
