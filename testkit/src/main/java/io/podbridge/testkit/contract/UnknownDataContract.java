package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the model keeps as bytes a handler writes as it is, or it refuses the request; it never leaves it out. Attributes that the kernel
 * would refuse tell the difference: whoever sends them is refused, and whoever cannot send them refuses.
 */
abstract class UnknownDataContract extends PodContract {
    private static final byte[] TOO_SHORT = {1};
    /** {@code RTA_FLOW}, which has four bytes. */
    private static final RawAttribute BAD_REALM = new RawAttribute(11, TOO_SHORT);
    /** {@code IFA_TARGET_NETNSID}, which has four bytes. */
    private static final RawAttribute BAD_NAMESPACE = new RawAttribute(10, TOO_SHORT);
    /** {@code NDA_VLAN}, which has two bytes. */
    private static final RawAttribute BAD_VLAN = new RawAttribute(5, TOO_SHORT);
    /** {@code LWTUNNEL_ENCAP_IP} with {@code LWTUNNEL_IP_ID} 72 alone. */
    private static final RawAttribute ENCAP = new RawAttribute(2, ipTunnelId(72));

    UnknownDataContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    private static byte[] ipTunnelId(int id) {
        return ByteBuffer.allocate(12).order(ByteOrder.nativeOrder()).putShort((short) 12).putShort((short) 1)
                .order(ByteOrder.BIG_ENDIAN).putLong(id).array();
    }

    @Test
    void anUnknownAttributeOfARouteIsNeverLeftOut() {
        Route route = Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).unknownAttributes(List.of(BAD_REALM))
                .build();

        neverDone(Samples.replace(route.toBuilder()));
        neverDone(new RouteAppend(route, Map.of()));

        assertThat(routes("10.1.0.0/16")).isEmpty();
    }

    @Test
    void anUnknownAttributeOfAnAddressIsNeverLeftOut() {
        InterfaceAddress address = Samples.address(nic(), "10.9.0.1/24").toBuilder().unknownAttributes(List.of(BAD_NAMESPACE))
                .build();

        neverDone(new AddressAdd(nic(), address));
        neverDone(new AddressReplace(nic(), address));

        assertThat(addresses(nic())).noneMatch(found -> found.prefix().equals(address.prefix()));
    }

    @Test
    void anUnknownAttributeOfANeighbourIsNeverLeftOut() {
        Neighbour neighbour = Samples.permanent(nic(), "10.244.1.1").toBuilder().unknownAttributes(List.of(BAD_VLAN)).build();

        neverDone(new NeighbourReplace(nic(), neighbour));

        assertThat(handler().neighList()).noneMatch(found -> found.address().equals(neighbour.address()));
    }

    @Test
    void anEncapsulationIsNeverLeftOut() {
        NextHop hop = Samples.via(nic(), "10.244.1.1").toBuilder().encap(new RawAttribute(99, TOO_SHORT)).build();

        neverDone(Samples.replace(Samples.route("10.1.0.0/16", hop)));
        neverDone(Samples.replace(Samples.route("10.1.0.0/16", hop, Samples.via(nic(), "10.244.1.2"))));

        assertThat(routes("10.1.0.0/16")).isEmpty();
    }

    @Test
    void anEncapsulationIsListedAndPutBackAsItWasOrRefused() {
        NextHop hop = Samples.via(nic(), "10.244.1.1").toBuilder().encap(ENCAP).build();
        RequestOutcome outcome = handler().execute(List.of(Samples.replace(Samples.route("10.1.0.0/16", hop)))).get(0);
        outcome.failure().ifPresent(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED));
        boolean sent = outcome.isDone() || outcome.failure().flatMap(NetlinkException::errno).isPresent();
        Requirement.ofSubject(sent, "this backend has no encapsulation");
        Requirement.ofMachine(outcome.isDone(), "this kernel has no encapsulation");
        Route listed = only("10.1.0.0/16");
        assertThat(listed.nextHops().get(0).encap()).isPresent();
        handler().execute(Samples.delete(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));
        assertThat(routes("10.1.0.0/16")).isEmpty();

        RequestOutcome back = handler().execute(List.of(Samples.replace(listed.toBuilder()))).get(0);

        assertThat(back.failure().map(NetlinkException::kind).orElse(FailureKind.UNSUPPORTED))
                .isIn(FailureKind.UNSUPPORTED, FailureKind.INVALID);
        assertThat(routes("10.1.0.0/16")).isEqualTo(back.isDone() ? List.of(listed) : List.of());
    }

    @Test
    void whatTheHandlerHasNoWordsForItRefusesAndTheRestItSends() {
        Route plain = Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).build();
        NextHop encapsulated = Samples.via(nic(), "10.244.1.1").toBuilder().encap(ENCAP).build();
        InterfaceAddress address = Samples.address(nic(), "10.9.0.1/24");
        Neighbour neighbour = Samples.permanent(nic(), "10.244.1.1");

        sentUnlessUnsaid(new AddressReplace(nic(), address.toBuilder().unknownAttributes(List.of(BAD_NAMESPACE)).build()));
        sentUnlessUnsaid(new NeighbourReplace(nic(), neighbour.toBuilder().unknownAttributes(List.of(BAD_VLAN)).build()));
        sentUnlessUnsaid(new RouteAppend(plain.toBuilder().unknownAttributes(List.of(BAD_REALM)).build(), Map.of()));
        sentUnlessUnsaid(new RouteAppend(plain.toBuilder().nextHops(List.of(encapsulated)).build(), Map.of()));
        for (NetlinkRequest known : List.of(new AddressReplace(nic(), address), new NeighbourReplace(nic(), neighbour),
                Samples.replace(plain.toBuilder()))) {
            assertThat(handler().unsaid(known)).as("%s", known).isEmpty();
            handler().execute(known);
        }
    }

    private void sentUnlessUnsaid(NetlinkRequest request) {
        List<String> unsaid = handler().unsaid(request);
        Optional<NetlinkException> failure = handler().execute(List.of(request)).get(0).failure();
        boolean unsent = failure.isPresent() && failure.get().kind() == FailureKind.UNSUPPORTED
                && failure.get().errno().isEmpty();

        assertThat(unsaid).noneMatch(String::isBlank);
        assertThat(unsent).as("%s was not sent, as %s had foretold", failure, unsaid).isEqualTo(!unsaid.isEmpty());
    }

    private void neverDone(NetlinkRequest request) {
        RequestOutcome outcome = handler().execute(List.of(request)).get(0);

        assertThat(outcome.failure().map(NetlinkException::kind).map(kind -> List.of(FailureKind.UNSUPPORTED, FailureKind.INVALID)
                .contains(kind))).as("%s", outcome).contains(true);
    }
}
