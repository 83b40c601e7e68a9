package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two changes at once, and where a failure stops them: the order is down, addrgenmode, arp_ignore, address, mtu, group, name, alias, alternative names, master, up, learning. */
abstract class ChangePairsContract extends HandlerContract {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:77");
    private static final MacAddress MULTICAST = MacAddress.parse("01:00:5e:00:00:01");

    private LinkId bridge = new LinkId(CHOSEN_INDEX, "br0");
    private Map<LinkChange, BiPredicate<Link, LinkId>> seen = Map.of();

    ChangePairsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @BeforeEach
    final void makeBridge() {
        bridge = addBridge("br0");
        LinkChange master = new LinkChange.Master(bridge);
        seen = Map.ofEntries(Map.entry(new LinkChange.Down(), (link, br) -> !link.isUp()),
                Map.entry(new LinkChange.Up(), (link, br) -> link.isUp()),
                Map.entry(new LinkChange.AddrGen(AddrGenMode.NONE),
                        (link, br) -> link.addrGenMode().filter(AddrGenMode.NONE::equals).isPresent()),
                Map.entry(new LinkChange.ArpIgnore(2), (link, br) -> link.arpIgnore().orElse(0) == 2),
                Map.entry(new LinkChange.Mac(MAC), (link, br) -> link.mac().filter(MAC::equals).isPresent()),
                Map.entry(new LinkChange.Mtu(1400), (link, br) -> link.mtu() == 1400),
                Map.entry(new LinkChange.Group(7), (link, br) -> link.group() == 7),
                Map.entry(new LinkChange.Name("other"), (link, br) -> link.name().equals("other")),
                Map.entry(new LinkChange.Alias("mine"), (link, br) -> link.alias().filter("mine"::equals).isPresent()),
                Map.entry(new LinkChange.AddAltName("uplink"), (link, br) -> link.altNames().contains("uplink")),
                Map.entry(master, (link, br) -> link.master().orElse(0) == br.index()));
    }

    @Test
    void everyTwoChangesThatDoNotExcludeEachOtherHoldTogether() {
        List<LinkChange> changes = List.copyOf(seen.keySet());
        for (int i = 0; i < changes.size(); i++) {
            for (int j = i + 1; j < changes.size(); j++) {
                if (!changes.get(i).describe().matches("up|down") || !changes.get(j).describe().matches("up|down")) {
                    bothHold(changes.get(i), changes.get(j));
                }
            }
        }
    }

    private void bothHold(LinkChange first, LinkChange second) {
        LinkId port = addCable("a", "b");
        set(port, new LinkChange.Down());

        set(port, first, second);

        Link changed = link(port);
        assertThat(List.of(first, second)).as("%s and %s", first.describe(), second.describe())
                .allMatch(change -> seen.getOrDefault(change, (link, br) -> false).test(changed, bridge));
        handler().execute(new LinkDelete(port));
    }

    @Test
    void aPortIsReleasedAndSwitchedOffAtOnce() {
        LinkId port = port();

        set(port, new LinkChange.NoMaster(), new LinkChange.Down());

        assertThat(link(port).master()).isEmpty();
        assertThat(link(port).isUp()).isFalse();
    }

    @Test
    void anAlternativeNameMovesAtOnceFromOneToTheNext() {
        LinkId port = port();
        set(port, new LinkChange.AddAltName("old"));

        set(port, new LinkChange.DeleteAltName("old"), new LinkChange.AddAltName("new"));

        assertThat(link(port).altNames()).containsExactly("new");
    }

    @Test
    void theNameThatALinkGivesUpBecomesItsAlternativeNameAtOnce() {
        LinkId port = port();
        handler().linkSetDown(port);

        set(port, new LinkChange.AddAltName("a"), new LinkChange.Name("eth0"));

        assertThat(link(port).name()).isEqualTo("eth0");
        assertThat(link(port).altNames()).containsExactly("a");
    }

    @Test
    void aMacThatIsInvalidComesAfterDownAndBeforeMtu() {
        LinkId cable = addCable("a", "b");

        refused(FailureKind.INVALID, cable, new LinkChange.Down(), new LinkChange.Mac(MULTICAST), new LinkChange.Mtu(1400));

        assertThat(link(cable).isUp()).isFalse();
        assertThat(link(cable).mtu()).isEqualTo(1500);
    }

    @Test
    void anMtuThatIsInvalidComesAfterTheMacAndBeforeTheGroup() {
        LinkId cable = addCable("a", "b");

        refused(FailureKind.INVALID, cable, new LinkChange.Mac(MAC), new LinkChange.Mtu(67), new LinkChange.Group(7));

        assertThat(link(cable).mac()).contains(MAC);
        assertThat(link(cable).group()).isZero();
    }

    @Test
    void aNameThatIsTakenComesAfterTheGroupAndBeforeTheAlias() {
        LinkId second = add(LinkAdd.bridge("br1"));

        refused(FailureKind.EXISTS, second, new LinkChange.Group(7), new LinkChange.Name("br0"), new LinkChange.Alias("mine"));

        assertThat(link(second).group()).isEqualTo(7);
        assertThat(link(second).alias()).isEmpty();
    }

    @Test
    void anAlternativeNameThatIsTakenComesAfterTheAliasAndBeforeTheMaster() {
        LinkId cable = addCable("a", "b");

        refused(FailureKind.EXISTS, cable, new LinkChange.Alias("mine"), new LinkChange.AddAltName("br0"),
                new LinkChange.Master(bridge));

        assertThat(link(cable).alias()).contains("mine");
        assertThat(link(cable).master()).isEmpty();
    }

    @Test
    void aMasterThatIsNotThereComesAfterTheNameAndBeforeUp() {
        LinkId second = add(LinkAdd.bridge("br1"));

        refused(FailureKind.NOT_FOUND, second, new LinkChange.Name("br2"), new LinkChange.Master(gone()), new LinkChange.Up());

        assertThat(link(second).name()).isEqualTo("br2");
        assertThat(link(second).isUp()).isFalse();
    }

    @Test
    void learningOnNoPortComesAfterUp() {
        LinkId cable = addCable("a", "b");
        set(cable, new LinkChange.Down());

        refused(FailureKind.UNSUPPORTED, cable, new LinkChange.Mtu(1400), new LinkChange.Learning(false));

        assertThat(link(cable).mtu()).isEqualTo(1400);
        assertThat(link(cable).bridgePort().map(BridgePort::learning)).isEmpty();
    }

    private LinkId port() {
        LinkId port = addCable("a", "b");
        handler().linkSetMaster(port, bridge);
        return port;
    }
}
