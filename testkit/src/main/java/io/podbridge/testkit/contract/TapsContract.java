package io.podbridge.testkit.contract;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.TapOptions;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class TapsContract extends HandlerContract {
    private static final TapOptions VM = TapOptions.ownedBy(107, 108);
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:42");

    TapsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @BeforeEach
    final void needTaps() {
        Requirement.taps(handler());
    }

    @Test
    void aTapIsPersistentAndBelongsToItsUserAndGroup() {
        handler().createTapDevice("tap0", VM, 1450);

        Link tap = link(id("tap0"));
        TunDevice device = tap.tun().orElseThrow();
        assertThat(tap.kind()).contains(LinkKind.TUN);
        assertThat(device.tap()).isTrue();
        assertThat(device.owner()).hasValue(107);
        assertThat(device.group()).hasValue(108);
        assertThat(device.persistent()).isTrue();
        assertThat(device.vnetHeader()).isTrue();
        assertThat(device.multiQueue()).isFalse();
        assertThat(tap.mtu()).isEqualTo(1450);
        assertThat(tap.isUp()).isFalse();
        assertThat(tap.hasCarrier()).isFalse();
    }

    @Test
    void aTapWithoutAnOwnerIsOpenToAll() {
        LinkId tap = add(LinkAdd.tap("tap0", new TapOptions(OptionalInt.empty(), OptionalInt.empty(), 1)));

        assertThat(link(tap).tun().orElseThrow().owner()).isEmpty();
        assertThat(link(tap).tun().orElseThrow().group()).isEmpty();
    }

    @Test
    void rootIsAnOwnerLikeAnyOther() {
        LinkId tap = add(LinkAdd.tap("tap0", TapOptions.ownedBy(0, 0)));

        assertThat(link(tap).tun().orElseThrow().owner()).hasValue(0);
        assertThat(link(tap).tun().orElseThrow().group()).hasValue(0);
    }

    @Test
    void aTapOfSeveralQueuesIsMultiQueue() {
        LinkId tap = add(LinkAdd.tap("tap0", new TapOptions(OptionalInt.of(107), OptionalInt.empty(), 4)));

        assertThat(link(tap).tun().orElseThrow().multiQueue()).isTrue();
    }

    @Test
    void aTapHasTheChosenMacAndCanBeUpFromTheStart() {
        LinkId tap = add(LinkAdd.tap("tap0", VM).mac(MAC).up());

        assertThat(link(tap).mac()).contains(MAC);
        assertThat(link(tap).isUp()).isTrue();
    }

    @Test
    void aTapThatIsUpFromTheStartHasNeverHadACarrierAndSoNoAddress() {
        LinkId tap = add(LinkAdd.tap("tap0", VM).up());

        assertThat(link(tap).hasCarrier()).isFalse();
        assertThat(addresses(tap)).isEmpty();
    }

    @Test
    void aTapHasTheChosenIndex() {
        needChosenIndex();

        assertThat(add(LinkAdd.tap("tap0", VM).index(CHOSEN_INDEX)).index()).isEqualTo(CHOSEN_INDEX);
    }

    @Test
    void aTapBecomesAPortAndGoesUp() {
        LinkId tap = add(LinkAdd.tap("tap0", VM));
        LinkId bridge = addBridge("br0");

        handler().bindTapDeviceToBridge(tap, bridge);

        assertThat(link(tap).master()).hasValue(bridge.index());
        assertThat(link(tap).isUp()).isTrue();
    }

    @Test
    void aTapIsRenamedAndDeletedLikeAnyLink() {
        LinkId tap = add(LinkAdd.tap("tap0", VM));

        set(tap, new LinkChange.Name("tap1"));
        assertThat(id("tap1")).isEqualTo(tap.named("tap1"));

        handler().execute(new LinkDelete(tap));
        assertThat(handler().linkByIndex(tap.index())).isEmpty();
    }

    private void needChosenIndex() {
        Requirement.tapIndex(handler());
    }

    @Test
    void aTapMayHaveAnOwnerOrAGroupAlone() {
        LinkId owned = add(LinkAdd.tap("tap0", new TapOptions(OptionalInt.of(107), OptionalInt.empty(), 1)));
        LinkId shared = add(LinkAdd.tap("tap1", new TapOptions(OptionalInt.empty(), OptionalInt.of(108), 1)));

        assertThat(link(owned).tun().orElseThrow().owner()).hasValue(107);
        assertThat(link(owned).tun().orElseThrow().group()).isEmpty();
        assertThat(link(shared).tun().orElseThrow().owner()).isEmpty();
        assertThat(link(shared).tun().orElseThrow().group()).hasValue(108);
    }

    @Test
    void aTapMayHave256Queues() {
        LinkId tap = add(LinkAdd.tap("tap0", new TapOptions(OptionalInt.of(107), OptionalInt.empty(), TapOptions.MAX_QUEUES)));

        assertThat(link(tap).tun().orElseThrow().multiQueue()).isTrue();
    }

    @Test
    void aTapThatIsUpHasNoCarrierWhileNobodyIsAttached() {
        Link tap = link(add(LinkAdd.tap("tap0", VM).up()));

        assertThat(tap.hasCarrier()).isFalse();
        assertThat(tap.hardwareType()).isEqualTo(Link.ETHERNET);
        assertThat(tap.txQueueLength()).isEqualTo(1000);
        assertThat(tap.maxMtu()).hasValue(65_521);
    }

    @Test
    void aTapTakesAnotherMtuAndBecomesAPortAtOnce() {
        LinkId tap = add(LinkAdd.tap("tap0", VM));
        LinkId bridge = addBridge("br0");

        set(tap, new LinkChange.Mtu(1450), new LinkChange.Master(bridge));

        assertThat(link(tap).mtu()).isEqualTo(1450);
        assertThat(link(tap).master()).hasValue(bridge.index());
        assertThat(link(tap).tun()).isPresent();
    }

}
