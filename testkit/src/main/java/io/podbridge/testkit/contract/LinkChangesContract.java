package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class LinkChangesContract extends HandlerContract {

    LinkChangesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aLinkGoesUpAndDown() {
        LinkId bridge = addBridge("br0");

        handler().linkSetUp(bridge);
        assertThat(link(bridge).isUp()).isTrue();

        handler().linkSetDown(bridge);
        assertThat(link(bridge).isUp()).isFalse();
    }

    @Test
    void repeatingAChangeIsHarmless() {
        LinkId bridge = addBridge("br0");
        LinkChange[] changes = {new LinkChange.Mtu(1400), new LinkChange.Group(7), new LinkChange.Up()};
        set(bridge, changes);
        Link before = link(bridge);

        set(bridge, changes);

        assertThat(link(bridge)).isEqualTo(before);
    }

    @Test
    void aLinkTakesAnotherMac() {
        LinkId bridge = addBridge("br0");

        handler().linkSetHardwareAddr(bridge, MacAddress.parse("0a:58:0a:f4:01:07"));

        assertThat(link(bridge).mac()).contains(MacAddress.parse("0a:58:0a:f4:01:07"));
    }

    @Test
    void aMulticastMacIsInvalid() {
        LinkId bridge = addBridge("br0");
        Link before = link(bridge);

        refused(FailureKind.INVALID, bridge, new LinkChange.Mac(MacAddress.parse("01:00:5e:00:00:01")));

        assertThat(link(bridge)).isEqualTo(before);
    }

    @Test
    void aLinkTakesAnotherMtu() {
        LinkId bridge = addBridge("br0");

        set(bridge, new LinkChange.Mtu(1280));

        assertThat(link(bridge).mtu()).isEqualTo(1280);
    }

    @Test
    void anMtuThatTheDriverDoesNotTakeIsInvalid() {
        LinkId bridge = addBridge("br0");
        int most = link(bridge).maxMtu().orElseThrow();

        set(bridge, new LinkChange.Mtu(most));
        refused(FailureKind.INVALID, bridge, new LinkChange.Mtu(most + 1));
        refused(FailureKind.INVALID, bridge, new LinkChange.Mtu(67));

        assertThat(link(bridge).mtu()).isEqualTo(most);
    }

    @Test
    void aLinkIsInGroup0UntilItIsPutIntoAnother() {
        LinkId bridge = addBridge("br0");
        assertThat(link(bridge).group()).isZero();

        set(bridge, new LinkChange.Group(4711));

        assertThat(link(bridge).group()).isEqualTo(4711);
    }

    @Test
    void anAliasIsKeptWordForWordAndTakenOffByAnEmptyOne() {
        LinkId bridge = addBridge("br0");
        assertThat(link(bridge).alias()).isEmpty();

        set(bridge, new LinkChange.Alias("the VM's \"bridge\", für eth0"));
        assertThat(link(bridge).alias()).contains("the VM's \"bridge\", für eth0");

        set(bridge, new LinkChange.Alias(""));
        assertThat(link(bridge).alias()).isEmpty();
    }

    @Test
    void aLinkThatMakesNoAddressesOfItsOwnHasNoLinkLocalOne() {
        LinkId silent = addCable("a", "b");
        LinkId peer = id("b");
        set(silent, new LinkChange.Down());

        set(silent, new LinkChange.AddrGen(AddrGenMode.NONE));
        set(silent, new LinkChange.Up());

        assertThat(link(silent).addrGenMode()).contains(AddrGenMode.NONE);
        assertThat(link(peer).addrGenMode()).contains(AddrGenMode.EUI64);
        assertThat(addresses(silent)).noneMatch(address -> address.family() == IpFamily.IPV6);
    }

    @Test
    void arpIgnoreIsSetOnTheOneLink() {
        LinkId bridge = addBridge("br0");
        Link other = link(addBridge("br1"));

        for (int value : new int[] {1, 0, 2}) {
            set(bridge, new LinkChange.ArpIgnore(value));

            assertThat(link(bridge).arpIgnore()).hasValue(value);
            assertThat(link(other.id())).isEqualTo(other);
        }
    }

    @Test
    void changingALinkThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, gone(), new LinkChange.Up());
        refused(FailureKind.NOT_FOUND, gone(), new LinkChange.Mtu(1400));
        refused(FailureKind.NOT_FOUND, gone(), new LinkChange.ArpIgnore(1));
        refused(FailureKind.NOT_FOUND, gone(), new LinkChange.AddAltName("uplink"));
    }

    @Test
    void repeatingAnyChangeIsHarmless() {
        LinkId port = addCable("a", "b");
        LinkId bridge = addBridge("br0");
        handler().linkSetMaster(port, bridge);
        for (LinkChange change : List.of(new LinkChange.AddrGen(AddrGenMode.NONE), new LinkChange.ArpIgnore(1),
                new LinkChange.Mac(MacAddress.parse("02:00:00:00:00:05")), new LinkChange.Mtu(1400), new LinkChange.Group(7),
                new LinkChange.Alias("mine"), new LinkChange.Master(bridge), new LinkChange.Learning(false),
                new LinkChange.Down(), new LinkChange.NoMaster(), new LinkChange.Up())) {
            set(port, change);
            Link once = link(port);
            set(port, change);

            assertThat(withoutMoment(link(port))).as(change.describe()).isEqualTo(withoutMoment(once));
        }
    }

    /** The operational state follows a carrier within a second, and {@code RUNNING} the operational state. */
    private static Link withoutMoment(Link link) {
        return link.toBuilder().operState(OperState.UNKNOWN).flags(new LinkFlags(link.flags().bits() & ~LinkFlags.RUNNING))
                .build();
    }

    @Test
    void aMacIsUnsupportedWhereTheDriverTakesNone() {
        Requirement.foreignKinds(namespace());
        RequestOutcome made = handler().execute(List.of(LinkAdd.ofKind(new LinkKind("ifb"), "ifb0").up().build())).get(0);
        Requirement.ofMachine(made.isDone(), "this kernel has no driver ifb");
        Link before = link(id("ifb0"));

        refused(FailureKind.UNSUPPORTED, before.id(), new LinkChange.Mac(MacAddress.parse("02:00:00:00:00:05")));

        assertThat(link(before.id()).mac()).isEqualTo(before.mac());
    }

    @Test
    void aLinkOfLessThan1280BytesHasNoIpv6() {
        LinkId cable = addCable("a", "b");
        handler().addrAdd(cable, Samples.address(cable, "fd00::7/64"));

        set(cable, new LinkChange.Mtu(1279));

        assertThat(addresses(cable)).noneMatch(address -> address.family() == IpFamily.IPV6);
        refused(FailureKind.UNSUPPORTED, cable, new LinkChange.AddrGen(AddrGenMode.NONE));
    }

    @Test
    void anAliasMayHave255Bytes() {
        LinkId bridge = addBridge("br0");

        set(bridge, new LinkChange.Alias("x".repeat(255)));

        assertThat(link(bridge).alias()).contains("x".repeat(255));
    }
}
