package io.podbridge.internal.preflight;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackendCheckTest {
    private static final Link NIC = Link.builder(2, "eth0").build();
    private static final List<String> NO_WORDS = List.of("an encapsulation", "such a preference");

    @Test
    void aBackendThatCanSayEverythingRefusesNothing() {
        assertThat(refusals(RouteProtocol.BOOT, Map.of())).isEmpty();
    }

    @Test
    void whatCouldNotBeGivenBackIsNamedWithAllThatIsUnsaid() {
        assertThat(refusals(RouteProtocol.BOOT, Map.of(RouteAppend.class, NO_WORDS))).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(Code.ROUTE_NOT_RESTORABLE);
            assertThat(refusal.message()).startsWith("this backend could not append route 10.1.0.0/16")
                    .contains("no words for an encapsulation, nor for such a preference; choose another backend");
        });
    }

    @Test
    void addressesAndNeighboursAreAskedForToo() {
        assertThat(refusals(RouteProtocol.BOOT, Map.of(AddressReplace.class, NO_WORDS, NeighbourReplace.class, NO_WORDS)))
                .extracting(Refusal::code).containsExactly(Code.NOT_RESTORABLE, Code.NOT_RESTORABLE);
    }

    @Test
    void aRouteThatTheKernelMakesByItselfNeedsNoWords() {
        for (RouteProtocol own : List.of(RouteProtocol.KERNEL, RouteProtocol.RA, RouteProtocol.REDIRECT)) {
            assertThat(refusals(own, Map.of(RouteAppend.class, NO_WORDS))).as("%s", own).isEmpty();
        }
    }

    private static List<Refusal> refusals(RouteProtocol protocol, Map<Class<? extends NetlinkRequest>, List<String>> unsaid) {
        PodInterface pod = PodInterface.builder(NIC, Instant.EPOCH)
                .addresses(List.of(InterfaceAddress.builder(2, IpPrefix.parse("10.244.1.7/24")).build()))
                .routes(List.of(Route.builder(IpPrefix.parse("10.1.0.0/16")).protocol(protocol)
                        .nextHops(List.of(NextHop.builder().linkIndex(2).build())).build()))
                .neighbours(List.of(Neighbour.builder(2, IpAddress.parse("10.244.1.1")).state(Neighbour.PERMANENT).build()))
                .build();
        Observed observed = new Observed(List.of(NIC), List.of(), List.of(), List.of(), Map.of());
        return new BackendCheck(new Candidate(BridgeBinding.of("eth0"), pod, observed, Wordless.handler(unsaid))).refusals();
    }
}
