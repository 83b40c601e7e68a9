package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import java.util.Arrays;
import java.util.Optional;

/** The drivers that this kernel has, and what their links have in common. */
enum DeviceKind {
    LOOPBACK("", 772, LinkFlags.LOOPBACK, 65_536, 0),
    BRIDGE("bridge", 1, Iff.BROADCAST | Iff.MULTICAST, 1500, 65_535),
    VETH("veth", 1, Iff.BROADCAST | Iff.MULTICAST, 1500, 65_535),
    TAP("tun", 1, Iff.BROADCAST | Iff.MULTICAST, 1500, 65_521),
    DUMMY("dummy", 1, Iff.BROADCAST | LinkFlags.NOARP, 1500, 0),
    /** Whatever no request makes: hardware, and drivers that want more than a name. */
    FOREIGN("", 1, Iff.BROADCAST | Iff.MULTICAST, 1500, 65_535);

    final String kindName;
    final int hardwareType;
    final int flags;
    final int defaultMtu;
    /** Zero where the driver names no limit. */
    final int maxMtu;

    DeviceKind(String kindName, int hardwareType, int flags, int defaultMtu, int maxMtu) {
        this.kindName = kindName;
        this.hardwareType = hardwareType;
        this.flags = flags;
        this.defaultMtu = defaultMtu;
        this.maxMtu = maxMtu;
    }

    static Optional<DeviceKind> of(LinkKind kind) {
        return Arrays.stream(values()).filter(known -> known.kindName.equals(kind.name())).findFirst();
    }

    Optional<LinkKind> linkKind() {
        return kindName.isEmpty() ? Optional.empty() : Optional.of(new LinkKind(kindName));
    }

    /** A dummy and the loopback name no least MTU, for they do nothing with packets. */
    int minMtu() {
        return maxMtu == 0 ? 0 : 68;
    }
}
