package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.panama.wire.GoldenMessage;
import io.podbridge.panama.wire.Messages;
import io.podbridge.panama.wire.Payload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is put back is what was there: a request has the layout of an answer. */
class RoundTripTest {

    @ParameterizedTest
    @MethodSource("addresses")
    void putsAnAddressBackButForTheStateOfTheMoment(GoldenMessage golden) {
        InterfaceAddress address = AddressDecoder.decode(golden.payload()).orElseThrow();
        Payload sent = encode(new AddressReplace(new LinkId(address.linkIndex(), "eth0"), address));
        assertThat(AddressDecoder.decode(sent)).contains(address.toBuilder().flags(address.flags().configured()).build());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void putsARouteBack(GoldenMessage golden) {
        Route route = RouteDecoder.decode(golden.payload()).orElseThrow();
        Route sent = RouteDecoder.decode(encode(new RouteReplace(route, Map.of()))).orElseThrow();
        // A next-hop object is named alone; an expiry is asked for in seconds and told in ticks.
        Route.Builder expected = route.nextHopId().isPresent() ? route.toBuilder().nextHops(List.of()) : route.toBuilder();
        Route.Builder actual = sent.toBuilder();
        route.expiresSeconds().ifPresent(seconds -> actual.expiresSeconds(seconds).unknownAttributes(List.of()));
        assertThat(actual.build()).isEqualTo(expected.build());
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void putsANeighbourBack(GoldenMessage golden) {
        Neighbour neighbour = NeighbourDecoder.decode(golden.payload()).orElseThrow();
        assertThat(NeighbourDecoder.decode(encode(new NeighbourReplace(new LinkId(neighbour.linkIndex(), "eth0"), neighbour))))
                .contains(neighbour);
    }

    static List<GoldenMessage> addresses() {
        return GoldenMessage.all("answer/addr-");
    }

    static List<GoldenMessage> routes() {
        return GoldenMessage.all("answer/route-");
    }

    static List<GoldenMessage> neighbours() {
        return GoldenMessage.all("answer/neigh-");
    }

    private static Payload encode(NetlinkRequest request) {
        List<Message> messages = RequestEncoder.encode(request).orElseThrow();
        return Messages.first(Messages.written(writer -> messages.get(0).write(writer, 1))).payload();
    }
}
