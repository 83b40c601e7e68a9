package io.podbridge.tests.shapes;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.TapOptions;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import static io.podbridge.tests.shapes.ShapeBuilder.pod;

/** Pods with an interface that cannot be a port of a bridge, or that is taken only if asked for. */
final class RefusedShapes {

    private static final String[] PLAIN = {"has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"};

    private RefusedShapes() {}

    static Stream<Shape> all() {
        return Stream.of(kinds(), attachments(), names()).flatMap(shapes -> shapes);
    }

    private static Stream<Shape> kinds() {
        return Stream.of(
                OverlayShapes.kindnet("kindnet with the MTU of the loopback").mtu(65_535).refused(Code.MTU_TOO_LARGE),
                other("Cilium with netkit in L3 mode", Driver.NETKIT_L3).refused(Code.NOT_ETHERNET, Code.KIND_NOT_ALLOWED),
                other("Cilium with netkit in L2 mode", Driver.NETKIT_L2).refused(Code.KIND_NOT_ALLOWED),
                other("Cilium with netkit in L2 mode, asked for", Driver.NETKIT_L2).binds(allowing("netkit")).gives(PLAIN),
                other("Multus with macvlan", Driver.MACVLAN).refused(Code.KIND_NOT_ALLOWED),
                other("Multus with macvlan, asked for", Driver.MACVLAN).binds(allowing("macvlan")).gives(PLAIN),
                other("Multus with ipvlan", Driver.IPVLAN).refused(Code.KIND_NOT_ALLOWED),
                other("Multus with ipvlan, asked for in vain", Driver.IPVLAN).binds(allowing("ipvlan"))
                        .refused(Code.KIND_NOT_ALLOWED),
                other("Multus with vlan", Driver.VLAN).refused(Code.KIND_NOT_ALLOWED),
                other("Multus with SR-IOV", Driver.HARDWARE).refused(Code.KIND_NOT_ALLOWED),
                other("Multus with SR-IOV, asked for", Driver.HARDWARE).binds(allowing("physical")).gives(PLAIN),
                pod("the plugin tap").add(LinkAdd.tap("net1", TapOptions.ownedBy(0, 0))).on("net1").ip("10.1.2.5/24").bound()
                        .refused(Code.KIND_NOT_ALLOWED),
                pod("the plugin dummy, whose link is a bridge here").add(LinkAdd.bridge("net1")).on("net1").ip("10.1.2.5/24")
                        .bound().refused(Code.KIND_NOT_ALLOWED),
                pod("a NIC that resolves nothing").ip("10.1.2.5/24").on("lo").bound().refused(Code.LOOPBACK));
    }

    private static ShapeBuilder other(String name, Driver driver) {
        return pod(name).foreign(driver, "net1").ip("10.1.2.5/24").via("10.1.2.1", "default").bound();
    }

    private static UnaryOperator<BridgeBinding> allowing(String kind) {
        return binding -> binding.withAllowedKinds(Set.of(new LinkKind(kind)));
    }

    private static Stream<Shape> attachments() {
        return Stream.of(
                pod("a macvlan hangs on it").ip("10.1.2.5/24").child(Driver.MACVLAN, "mv0").refused(Code.HAS_UPPER_LINK),
                pod("a vlan hangs on it").ip("10.1.2.5/24").child(Driver.VLAN, "eth0.5").refused(Code.HAS_UPPER_LINK),
                pod("it is a port already").ip("10.1.2.5/24").add(LinkAdd.bridge("br0").index(77))
                        .change(new LinkChange.Master(new LinkId(77, "br0")))
                        .refused(Code.HAS_MASTER));
    }

    private static Stream<Shape> names() {
        return Stream.of(
                pod("a name of 12 bytes").nic("twelve-bytes").ip("10.1.2.5/24").refused(Code.NAME_TOO_LONG, Code.NAME_TOO_LONG),
                pod("a name of 13 bytes").nic("thirteen-byte").ip("10.1.2.5/24").refused(Code.NAME_TOO_LONG, Code.NAME_TOO_LONG),
                pod("a name of 14 bytes").nic("fourteen-bytes").ip("10.1.2.5/24")
                        .refused(Code.NAME_TOO_LONG, Code.NAME_TOO_LONG),
                pod("a name of 15 bytes").nic("fifteen-bytes-x").ip("10.1.2.5/24")
                        .refused(Code.NAME_TOO_LONG, Code.NAME_TOO_LONG),
                pod("a stranger is called k6t-eth0").ip("10.1.2.5/24").add(LinkAdd.bridge("k6t-eth0")).refused(Code.NAME_TAKEN),
                pod("a stranger is called tap0").ip("10.1.2.5/24").add(LinkAdd.tap("tap0", TapOptions.ownedBy(0, 0)))
                        .refused(Code.NAME_TAKEN));
    }
}
