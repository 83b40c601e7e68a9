package io.podbridge.netlink.request;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Neighbour;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NeighbourCommandTest {
    private static final LinkId ETH0 = new LinkId(3, "eth0");

    @Test
    void anEntryIsReplacedWithAddressAndState() {
        Neighbour entry = neighbour().hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).state(Neighbour.PERMANENT)
                .flags(0x90).build();
        assertLine(new NeighbourReplace(ETH0, entry),
                "ip neighbour replace 10.0.0.5 dev eth0 lladdr 02:00:00:00:00:01 nud permanent extern_learn router");
    }

    @Test
    void anEntryIsDeletedByItsAddressAlone() {
        Neighbour entry = neighbour().hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).state(0x82).build();
        assertLine(new NeighbourDelete(ETH0, entry), "ip neighbour del 10.0.0.5 dev eth0");
        assertThat(new NeighbourDelete(ETH0, entry).unsaid()).isEmpty();
    }

    @Test
    void aProxyKeepsItsFlags() {
        Neighbour proxy = neighbour().flags(Neighbour.PROXY | 0x90).build();
        assertLine(new NeighbourReplace(ETH0, proxy), "ip neighbour replace proxy 10.0.0.5 dev eth0 extern_learn router");
        assertLine(new NeighbourDelete(ETH0, proxy), "ip neighbour del proxy 10.0.0.5 dev eth0");
    }

    @Test
    void anEntryOfABridgeIsStaticAndItsMasters() {
        assertLine(new ForwardingReplace(ETH0, MacAddress.parse("02:00:00:00:00:07")),
                "bridge fdb replace 02:00:00:00:00:07 dev eth0 master static");
    }

    @Test
    void severalStatesHaveNoWord() {
        assertThat(new NeighbourReplace(ETH0, neighbour().state(0x82).build()).unsaid())
                .containsExactly("such a state of a neighbour");
        assertThat(new NeighbourReplace(ETH0, neighbour().state(2).build()).unsaid()).isEmpty();
        assertThat(new NeighbourReplace(ETH0, neighbour().build()).unsaid()).isEmpty();
    }

    private static Neighbour.Builder neighbour() {
        return Neighbour.builder(3, IpAddress.parse("10.0.0.5"));
    }

    private static void assertLine(NetlinkRequest request, String line) {
        assertThat(request.commands()).extracting(Command::toString).containsExactly(line);
    }
}
