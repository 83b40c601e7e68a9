package io.podbridge.internal.step;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.PodInterface;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.AddressDelete;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeaveGroupsTest {
    private static final Link NIC = Link.builder(2, "eth0").build();
    private static final InterfaceAddress GROUP = joining(2, "ff02::1234/128");

    @Test
    void deletesTheIpv6AddressesOfTheNicThatJoinAGroup() {
        Assessment found = assess(List.of(NIC), GROUP, joining(2, "239.1.1.1/32"), joining(3, "ff02::1234/128"),
                InterfaceAddress.builder(2, IpPrefix.parse("fd00::7/64")).build());

        assertThat(found.requests()).containsExactly(new AddressDelete(NIC.id(), GROUP));
        assertThat(found.drift()).singleElement().satisfies(drift -> assertThat(drift.what()).contains("ff02::1234"));
    }

    @Test
    void goesByTheNameThatTheNicHasNow() {
        Link renamed = Link.builder(2, "eth0-nic").build();

        assertThat(assess(List.of(renamed), GROUP).requests()).containsExactly(new AddressDelete(renamed.id(), GROUP));
    }

    @Test
    void holdsWithoutSuchAddressesAndWithoutTheNic() {
        assertThat(assess(List.of(NIC)).holds()).isTrue();
        assertThat(assess(List.of(), GROUP).holds()).isTrue();
    }

    private static InterfaceAddress joining(int link, String prefix) {
        return InterfaceAddress.builder(link, IpPrefix.parse(prefix)).flags(new AddressFlags(AddressFlags.MCAUTOJOIN)).build();
    }

    private static Assessment assess(List<Link> links, InterfaceAddress... addresses) {
        OwnLinks own = new OwnLinks(new LinkId(1 << 24, "k6t-eth0"), MacAddress.parse("02:11:22:33:44:55"), Optional.empty(),
                new LinkId((1 << 24) + 1, "tap0"), new LinkId((1 << 24) + 2, "eth0"), LinkKind.DUMMY, "pb0a1b2c3d");
        BindingContext context = new BindingContext(BridgeBinding.of("eth0"), PodInterface.builder(NIC, Instant.EPOCH).build(),
                own,
                false, new BindingContext.Traits(true, true, true), Instant.EPOCH, Set.of());
        return new LeaveGroups(context).assess(new Observed(links, List.of(addresses), List.of(), List.of(), Map.of()));
    }
}
