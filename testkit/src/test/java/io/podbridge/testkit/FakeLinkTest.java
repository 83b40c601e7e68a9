package io.podbridge.testkit;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FakeLinkTest {
    private static final LinkKind VLAN = new LinkKind("vlan");

    private final FakeKernel kernel = FakeKernel.create();
    private final NetworkNamespace namespace = kernel.namespace("ns");
    private final FakeNetlinkHandler handler = kernel.open(namespace);

    @AfterEach
    void close() {
        handler.close();
    }

    private Link link(String name) {
        return handler.linkByName(name).orElseThrow();
    }

    private FailureKind refused(FakeLink link) {
        NetlinkException refused = catchThrowableOfType(NetlinkException.class,
                () -> kernel.addLink(namespace, link));
        return refused.kind();
    }

    private boolean becomesPort(String name, String bridge) {
        handler.linkAdd(LinkAdd.bridge(bridge).build());
        return handler.execute(List.of(LinkSet.of(link(name).id(), new LinkChange.Master(link(bridge).id())))).get(0).isDone();
    }

    @Test
    void hardwareHasNoKindAndIsChangedAndDeletedAsAnyLink() {
        kernel.addLink(namespace, FakeLink.physical("eth0"));
        LinkId nic = link("eth0").id();

        assertThat(link("eth0").kind()).isEmpty();
        assertThat(link("eth0").hardwareType()).isEqualTo(Link.ETHERNET);
        assertThat(link("eth0").mac()).isPresent();
        assertThat(link("eth0").isUp()).isFalse();
        handler.execute(LinkSet.of(nic, new LinkChange.Mtu(9000), new LinkChange.Up()));
        assertThat(link("eth0").mtu()).isEqualTo(9000);
        assertThat(link("eth0").hasCarrier()).isTrue();

        handler.execute(new LinkDelete(nic));
        assertThat(handler.linkByName("eth0")).isEmpty();
    }

    @Test
    void aVirtualLinkTellsItsKindAndWhatItIsBesides() {
        kernel.addLink(namespace, FakeLink.ofKind(new LinkKind("vxlan"), "vx0").withoutArp().withXdp());

        assertThat(link("vx0").kind()).contains(new LinkKind("vxlan"));
        assertThat(link("vx0").flags().has(LinkFlags.NOARP)).isTrue();
        assertThat(link("vx0").xdpAttached()).isTrue();
        kernel.addLink(namespace, FakeLink.ofKind(new LinkKind("vxlan"), "vx1"));
        assertThat(link("vx1").flags().has(LinkFlags.NOARP)).isFalse();
        assertThat(link("vx1").xdpAttached()).isFalse();
    }

    @Test
    void aLinkOfAnotherLayerHasAnAddressOfItsOwnLengthAndNoMacAddress() {
        kernel.addLink(namespace,
                FakeLink.ofKind(new LinkKind("sit"), "sit1").ofLayer(776, HardwareAddress.parse("c0:00:02:01")));

        assertThat(link("sit1").hardwareType()).isEqualTo(776);
        assertThat(link("sit1").hardwareAddress()).isEqualTo(HardwareAddress.parse("c0:00:02:01"));
        assertThat(link("sit1").mac()).isEmpty();
        assertThat(becomesPort("sit1", "br0")).isFalse();
    }

    @Test
    void aLinkTellsWhatItHangsOnAndGoesWithIt() {
        kernel.addLink(namespace, FakeLink.physical("eth0"));
        kernel.addLink(namespace, FakeLink.ofKind(VLAN, "eth0.7").withLower("eth0"));
        kernel.addLink(namespace, FakeLink.ofKind(LinkKind.MACVLAN, "mv0").withLower("eth0.7"));

        assertThat(link("mv0").peerIndex()).hasValue(link("eth0.7").index());
        assertThat(link("mv0").peerNamespaceId()).isEmpty();

        handler.execute(new LinkDelete(link("eth0").id()));
        assertThat(handler.linkList()).extracting(Link::name).containsExactly("lo");
    }

    @Test
    void aLinkHangsOnOneOfAnotherNamespaceAndTellsWhose() {
        NetworkNamespace node = kernel.namespace("node");
        kernel.addLink(node, FakeLink.physical("ens3"));
        kernel.addLink(namespace, FakeLink.ofKind(LinkKind.MACVLAN, "eth0").withLower(node, "ens3"));

        assertThat(link("eth0").peerIndex()).isPresent();
        assertThat(link("eth0").peerNamespaceId()).isPresent();

        kernel.delete(node);
        assertThat(handler.linkByName("eth0")).isEmpty();
    }

    @Test
    void aMacvlanKeepsTheLinkBelowFromBecomingAPortAndAVlanDoesNot() {
        kernel.addLink(namespace, FakeLink.physical("eth0"));
        kernel.addLink(namespace, FakeLink.ofKind(VLAN, "eth0.7").withLower("eth0"));
        kernel.addLink(namespace, FakeLink.physical("eth1"));
        kernel.addLink(namespace, FakeLink.ofKind(LinkKind.MACVLAN, "mv1").withLower("eth1"));

        assertThat(becomesPort("eth0", "br0")).isTrue();
        assertThat(becomesPort("eth1", "br1")).isFalse();

        handler.execute(new LinkDelete(link("mv1").id()));
        assertThat(becomesPort("eth1", "br2")).isTrue();
    }

    @Test
    void whatCannotBeMadeIsNot() {
        kernel.addLink(namespace, FakeLink.physical("eth0"));

        assertThat(refused(FakeLink.physical("eth0"))).isEqualTo(FailureKind.EXISTS);
        assertThat(refused(FakeLink.ofKind(VLAN, "eth7.7").withLower("eth7"))).isEqualTo(FailureKind.NOT_FOUND);
        assertThatIllegalArgumentException().isThrownBy(() -> FakeLink.physical("no name"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.addLink(namespace, FakeLink.ofKind(LinkKind.VETH, "v0")));
        assertThat(handler.linkList()).extracting(Link::name).containsExactly("lo", "eth0");
    }
}
