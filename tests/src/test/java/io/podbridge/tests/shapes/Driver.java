package io.podbridge.tests.shapes;

import com.google.common.collect.ImmutableList;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.testkit.FakeLink;
import java.util.List;
import java.util.stream.Stream;

/** A driver whose links no request makes, and how {@code ip link add} asks for one; not every kernel has it. */
enum Driver {
    MACVLAN(Hangs.ON_A_LINK, "macvlan", "mode", "bridge"), //
    IPVLAN(Hangs.ON_A_LINK, "ipvlan", "mode", "l2"), //
    VLAN(Hangs.ON_A_LINK, "vlan", "id", "5"), //
    /** Cilium's replacement of veth, in the mode that carries no Ethernet. */
    NETKIT_L3(Hangs.ON_NOTHING, "netkit", "mode", "l3"), //
    NETKIT_L2(Hangs.ON_NOTHING, "netkit", "mode", "l2"), //
    SIT(Hangs.ON_NOTHING, "sit", "remote", "192.0.2.1", "local", "any"), //
    IP6TNL(Hangs.ON_NOTHING, "ip6tnl", "remote", "2001:db8::1", "local", "any"), //
    VXLAN(Hangs.ON_NOTHING, "vxlan", "id", "5", "dstport", "4789"), //
    /** A virtual function has no kind, and only hardware makes one. */
    HARDWARE(Hangs.ON_NOTHING, "");

    private enum Hangs {
        ON_A_LINK, ON_NOTHING
    }

    private final Hangs hangs;
    private final String kind;
    private final ImmutableList<String> options;

    Driver(Hangs hangs, String kind, String... options) {
        this.hangs = hangs;
        this.kind = kind;
        this.options = ImmutableList.copyOf(options);
    }

    boolean hangsOnALink() {
        return hangs == Hangs.ON_A_LINK;
    }

    boolean isHardware() {
        return this == HARDWARE;
    }

    /** {@return the end of the line: {@code type macvlan mode bridge}} */
    List<String> words() {
        return Stream.concat(Stream.of("type", kind), options.stream()).toList();
    }

    FakeLink fake(String name) {
        FakeLink link = isHardware() ? FakeLink.physical(name) : FakeLink.ofKind(new LinkKind(kind), name);
        return switch (this) {
            case NETKIT_L3 -> link.withoutArp().ofLayer(65_534, HardwareAddress.parse(""));
            case SIT -> link.withoutArp().ofLayer(776, HardwareAddress.parse("00:00:00:00"));
            case IP6TNL -> link.withoutArp().ofLayer(769, HardwareAddress.of(new byte[16]));
            default -> link;
        };
    }
}
