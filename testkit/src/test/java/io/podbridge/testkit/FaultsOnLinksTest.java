package io.podbridge.testkit;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TxChecksumOff;
import io.podbridge.netlink.request.VethPeer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsOnLinksTest {
    /** No kernel answers any of these requests so. */
    private static final Errno STRUCK = Errno.named("EXDEV");

    private final FakeKernel kernel = FakeKernel.create();
    private final FakeNetlinkHandler handler = kernel.open(kernel.namespace("ns"));

    @BeforeEach
    void makeLinks() {
        handler.linkAdd(LinkAdd.bridge("br0").build());
        handler.linkAdd(LinkAdd.dummy("d0").build());
    }

    @AfterEach
    void close() {
        handler.close();
    }

    private LinkId id(String name) {
        return handler.linkByName(name).map(Link::id).orElseThrow();
    }

    private boolean isStruck(String link, NetlinkRequest request) {
        kernel.inject(Faults.none().failingOn(NetlinkRequest.class, link, STRUCK));
        RequestOutcome outcome = handler.execute(List.of(request)).get(0);
        return outcome.failure().flatMap(NetlinkException::errno).equals(Optional.of(STRUCK));
    }

    private List<NetlinkRequest> requestsOf(LinkId link) {
        InterfaceAddress address = InterfaceAddress.builder(link.index(), IpPrefix.parse("10.0.0.1/24")).build();
        Route route = Route.builder(IpPrefix.parse("10.1.0.0/16"))
                .nextHops(List.of(NextHop.builder().linkIndex(link.index()).build())).build();
        return List.of(new LinkDelete(link), new TxChecksumOff(link), LinkSet.of(link, new LinkChange.Up()),
                new AddressAdd(link, address), new AddressReplace(link, address), new AddressDelete(link, address),
                new RouteReplace(route, Map.of()), new RouteAppend(route, Map.of()), new RouteDelete(route, Map.of()),
                new SysctlSet(Sysctl.ofLink(IpFamily.IPV4, link, "arp_ignore"), "1"));
    }

    @Test
    void everyRequestIsStruckOnTheLinkThatItNamesAndOnNoOther() {
        LinkId dummy = id("d0");

        assertThat(requestsOf(dummy)).allSatisfy(request -> assertThat(isStruck("d0", request)).isTrue());
        assertThat(requestsOf(dummy)).allSatisfy(request -> assertThat(isStruck("br0", request)).isFalse());
    }

    @Test
    void theIndexCountsWhereTheNameIsOutOfDate() {
        LinkId dummy = id("d0").named("formerly");

        assertThat(requestsOf(dummy)).allSatisfy(request -> assertThat(isStruck("d0", request)).isTrue());
    }

    @Test
    void aRequestAlsoNamesPeersMastersAndTheLinksOfPlainSettings() {
        assertThat(isStruck("v1", LinkAdd.veth("v0", new VethPeer("v1", OptionalInt.empty(), Optional.empty())).build()))
                .isTrue();
        assertThat(isStruck("br0", LinkSet.of(id("d0"), new LinkChange.Master(id("br0"))))).isTrue();
        assertThat(isStruck("d0", new SysctlSet(Sysctl.of("net", "ipv4", "conf", "d0", "arp_ignore"), "1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "dev", "10.0.0.1/24", "address"})
    void aWordOfTheSentenceIsNoLink(String word) {
        LinkId dummy = id("d0");

        assertThat(requestsOf(dummy)).allSatisfy(request -> assertThat(isStruck(word, request)).isFalse());
    }

    @Test
    void aRetryWorksAfterAsManyFailuresAsWereAsked() {
        LinkDelete delete = new LinkDelete(id("d0"));
        kernel.inject(Faults.none().failingOn(LinkDelete.class, "d0", FailureKind.BUSY).times(2));

        List<Boolean> done = List.of(isDone(delete), isDone(delete), isDone(delete));

        assertThat(done).containsExactly(false, false, true);
    }

    private boolean isDone(NetlinkRequest request) {
        return handler.execute(List.of(request)).get(0).isDone();
    }

    @Test
    void aKindThatNamesNoLinkFailsToo() {
        handler.execute(LinkSet.of(id("d0"), new LinkChange.Group(7)));
        kernel.inject(Faults.none().failingEvery(LinkGroupDelete.class, STRUCK));

        assertThat(isDone(new LinkGroupDelete(7))).isFalse();
        assertThat(isDone(new LinkDelete(id("d0")))).isTrue();
    }
}
