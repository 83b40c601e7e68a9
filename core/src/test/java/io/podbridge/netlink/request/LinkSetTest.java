package io.podbridge.netlink.request;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkSetTest {
    private static final LinkId ETH0 = new LinkId(3, "eth0");
    private static final LinkId BRIDGE = new LinkId(9, "k6t-eth0");
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");

    @Test
    void changesTakeEffectInOneOrderWhateverTheCallers() {
        LinkSet set = LinkSet.of(ETH0, new LinkChange.Learning(false), new LinkChange.Master(BRIDGE),
                new LinkChange.Name("eth0-nic"),
                new LinkChange.Mtu(1450), new LinkChange.Mac(MAC), new LinkChange.Down());
        assertThat(set.changes()).extracting(LinkChange::describe).containsExactly("down", "address 02:00:00:00:00:01",
                "mtu 1450",
                "name eth0-nic", "master k6t-eth0", "learning off");
        assertThat(set.operation() + " " + set.target()).isEqualTo("set down, address 02:00:00:00:00:01, mtu 1450, name eth0-nic,"
                + " master k6t-eth0, learning off on \"eth0\"");
        assertThat(set.change(LinkChange.Mtu.class)).contains(new LinkChange.Mtu(1450));
        assertThat(set.change(LinkChange.Up.class)).isEmpty();
    }

    @Test
    void refusesContradictions() {
        assertContradiction("down, up", new LinkChange.Up(), new LinkChange.Down());
        assertContradiction("mtu 1400, mtu 1500", new LinkChange.Mtu(1400), new LinkChange.Mtu(1500));
        assertContradiction("nomaster, master k6t-eth0", new LinkChange.NoMaster(), new LinkChange.Master(BRIDGE));
    }

    @Test
    void refusesToChangeNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> LinkSet.of(ETH0)).withMessage("nothing to change on \"eth0\"");
    }

    @Test
    void severalAlternativeNamesAreNoContradiction() {
        LinkSet set = LinkSet.of(ETH0, new LinkChange.DeleteAltName("old"), new LinkChange.AddAltName("new"));
        assertThat(lines(set)).containsExactly("ip link property del dev eth0 altname old",
                "ip link property add dev eth0 altname new");
    }

    @Test
    void isOneCommandForAllThatTheKernelDoesInTheSameOrder() {
        LinkSet set = LinkSet.of(ETH0, new LinkChange.Up(), new LinkChange.Group(7), new LinkChange.AddrGen(AddrGenMode.NONE),
                new LinkChange.NoMaster(), new LinkChange.Alias("a pod's bridge"));
        assertThat(lines(set)).containsExactly("ip link set dev eth0 addrgenmode none",
                "ip link set dev eth0 group 7 alias 'a pod'\\''s bridge' nomaster", "ip link set dev eth0 up");
        assertThat(lines(LinkSet.of(ETH0, new LinkChange.Up(), new LinkChange.Mtu(1450), new LinkChange.Mac(MAC))))
                .containsExactly("ip link set dev eth0 address 02:00:00:00:00:01 mtu 1450 up");
    }

    @Test
    void afterARenameTheCommandsUseTheNewName() {
        LinkSet set = LinkSet.of(ETH0, new LinkChange.Down(), new LinkChange.Name("eth0-nic"), new LinkChange.Master(BRIDGE),
                new LinkChange.Learning(false));
        assertThat(lines(set)).containsExactly("ip link set dev eth0 down",
                "ip link set dev eth0 name eth0-nic master k6t-eth0", "bridge link set dev eth0-nic learning off");
    }

    @Test
    void whatIpCannotSayIsALineOfItsOwnInItsPlace() {
        LinkSet set = LinkSet.of(new LinkId(4, "br.1"), new LinkChange.ArpIgnore(1), new LinkChange.Down(),
                new LinkChange.Mtu(1450));
        assertThat(lines(set)).containsExactly("ip link set dev br.1 down", "sysctl -w net/ipv4/conf/br.1/arp_ignore=1",
                "ip link set dev br.1 mtu 1450");
    }

    private static List<String> lines(LinkSet set) {
        return set.commands().stream().map(Command::toString).toList();
    }

    private static void assertContradiction(String changes, LinkChange... contradicting) {
        assertThatIllegalArgumentException().isThrownBy(() -> LinkSet.of(ETH0, contradicting))
                .withMessage("contradicting changes on \"eth0\": " + changes);
    }
}
