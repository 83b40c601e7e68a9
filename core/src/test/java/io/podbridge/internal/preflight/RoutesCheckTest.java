package io.podbridge.internal.preflight;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.binding.Refusal;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesCheckTest {
    private static final Link NIC = Link.builder(2, "eth0").build();

    @Test
    void aRouteByANextHopObjectOfTheNicGoesWithTheNic() {
        assertThat(refusalOfRouteByObjectOf(NIC.index())).contains("uses the next-hop object 8, which goes with the NIC");
    }

    @Test
    void aRouteByANextHopObjectOfAnotherLinkDoesNotGoWithTheNic() {
        assertThat(refusalOfRouteByObjectOf(NIC.index() + 1)).contains("uses the next-hop object 8; replace it by a plain route")
                .doesNotContain("goes with the NIC");
    }

    @Test
    void aRouteByANextHopObjectThatStaysIsNoReason() {
        assertThat(refusals(byObjectOf(NIC.index() + 1))).isEmpty();
    }

    private static String refusalOfRouteByObjectOf(int link) {
        List<Refusal> refusals = refusals(byObjectOf(link).preferredSource(IpAddress.parse("10.244.1.7")));
        assertThat(refusals).hasSize(1);
        return refusals.get(0).message();
    }

    private static Route.Builder byObjectOf(int link) {
        return Route.builder(IpPrefix.parse("10.9.0.0/16")).nextHopId(8)
                .nextHops(List.of(NextHop.builder().linkIndex(link).build()));
    }

    private static List<Refusal> refusals(Route.Builder route) {
        PodInterface pod = PodInterface.builder(NIC, Instant.EPOCH).routes(List.of(route.build())).build();
        Observed observed = new Observed(List.of(NIC), List.of(), List.of(), List.of(), Map.of());
        return new RoutesCheck(new Candidate(BridgeBinding.of("eth0"), pod, observed, Wordless.handler(Map.of()))).refusals();
    }
}
