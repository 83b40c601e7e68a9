package io.podbridge.testkit;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.TapOptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedRequestTest {
    private static final Errno ENOMEM = Errno.named("ENOMEM");

    private final FakeKernel kernel = FakeKernel.create();
    private final NetworkNamespace namespace = kernel.namespace("ns");
    private final FakeNetlinkHandler handler = kernel.open(namespace);

    @AfterEach
    void close() {
        handler.close();
    }

    private RecordedRequest stopped(int parts, NetlinkRequest request) {
        kernel.inject(Faults.none().failingAfter(1, parts, ENOMEM));
        assertThat(handler.execute(List.of(request)).get(0).isDone()).isFalse();
        List<RecordedRequest> sent = handler.requests();
        return sent.get(sent.size() - 1);
    }

    @Test
    void everyRequestIsOnRecordWithItsOutcomeAndReadsAsLinesOfIp() {
        handler.linkAdd(LinkAdd.bridge("br0").build());
        handler.execute(List.of(LinkAdd.bridge("br0").build(), LinkAdd.bridge("br1").build()));

        assertThat(handler.requests()).isEqualTo(kernel.requests()).extracting(RecordedRequest::toString).containsExactly(
                "ip link add name br0 type bridge",
                "ip link add name br0 type bridge  # cannot add bridge \"br0\": File exists (EEXIST)");
    }

    @Test
    void whyItFailedIsBehindTheLineThatDid() {
        handler.linkAdd(LinkAdd.bridge("br0").build());
        LinkId bridge = handler.linkByName("br0").map(Link::id).orElseThrow();
        LinkSet request = LinkSet.of(bridge, new LinkChange.Down(), new LinkChange.ArpIgnore(1), new LinkChange.Mtu(1400),
                new LinkChange.Alias("an alias"));
        String why = "  # " + stopped(0, request).outcome().failure().orElseThrow().getMessage();

        assertThat(stopped(0, request)).hasToString("ip link set dev br0 down" + why
                + "\nsysctl -w net/ipv4/conf/br0/arp_ignore=1\nip link set dev br0 mtu 1400 alias 'an alias'");
        assertThat(stopped(1, request)).hasToString("ip link set dev br0 down\nsysctl -w net/ipv4/conf/br0/arp_ignore=1" + why
                + "\nip link set dev br0 mtu 1400 alias 'an alias'");
        assertThat(stopped(3, request)).hasToString("ip link set dev br0 down\nsysctl -w net/ipv4/conf/br0/arp_ignore=1"
                + "\nip link set dev br0 mtu 1400 alias 'an alias'" + why);
        assertThat(stopped(4, request)).hasToString(stopped(3, request).toString());
        assertThat(stopped(3, request).done()).isEqualTo(3);
        assertThat(stopped(3, request).parts()).isEqualTo(4);
    }

    @Test
    void whatIpHasNoWordsForIsAComment() {
        RecordedRequest tap = stopped(1, LinkAdd.tap("tap0", TapOptions.ownedBy(1, 1)).index(9000).mtu(1400).build());

        assertThat(tap.toString().lines()).satisfiesExactly(
                made -> assertThat(made).isEqualTo("ip tuntap add dev tap0 mode tap user 1 group 1 vnet_hdr"),
                set -> assertThat(set).startsWith("ip link set dev tap0 mtu 1400  # cannot add tap"),
                unsaid -> assertThat(unsaid).isEqualTo("# ip(8) has no words for the index of a tap"));
    }

    @Test
    void itTellsWhereItWasSent() {
        NetworkNamespace elsewhere = kernel.namespace("elsewhere");
        handler.linkAdd(LinkAdd.bridge("br0").build());
        try (FakeNetlinkHandler other = kernel.open(elsewhere)) {
            other.linkAdd(LinkAdd.bridge("br0").build());
        }

        assertThat(kernel.requests()).extracting(RecordedRequest::namespace).containsExactly(namespace, elsewhere);
    }

    @Test
    void howAPodWasMadeIsNotOnRecordAndWhatWasIsForgottenOnDemand() {
        FakePod pod = FakePod.create(kernel);
        assertThat(kernel.requests()).isEmpty();
        try (FakeNetlinkHandler inPod = pod.open()) {
            inPod.linkAdd(LinkAdd.bridge("br0").build());
            kernel.forgetRequests();
            inPod.linkAdd(LinkAdd.bridge("br1").build());

            assertThat(kernel.requests()).hasSize(1);
            assertThat(inPod.requests()).hasSize(2);
        }
    }
}
