package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.TunDevice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One link as the kernel holds it ({@code struct net_device}). What changes it keeps what hangs together consistent. */
final class Device {
    private static final Set<LinkKind> RECEIVERS = Set.of(LinkKind.MACVLAN, LinkKind.IPVLAN, new LinkKind("macvtap"),
            new LinkKind("ipvtap"));

    final Netns netns;
    final int index;
    final DeviceKind kind;
    final List<String> altNames = new ArrayList<>();
    final List<KernelAddress> ipv4Addresses = new ArrayList<>();
    final Map<String, String> ipv4Settings;
    /** The ports of a bridge, oldest first. */
    final List<Device> ports = new ArrayList<>();

    /** The links that hang on this one. */
    final List<Device> uppers = new ArrayList<>();

    String name;
    Optional<LinkKind> linkKind;
    int kindFlags;
    int hardwareType;
    HardwareAddress hardwareAddress = HardwareAddress.of(new byte[6]);
    boolean hardwareAddressChosen;
    int mtu;
    boolean mtuChosen;
    boolean up;
    boolean carrier = true;
    OperState operState = OperState.UNKNOWN;
    boolean queueing;
    String alias = "";
    int group;
    boolean multicastSnooping = true;
    boolean txChecksumOffload = true;
    Optional<Device> master = Optional.empty();
    Optional<Device> peer = Optional.empty();
    /** What it hangs on. */
    Optional<Device> lower = Optional.empty();
    boolean xdpAttached;
    BridgePortState port = new BridgePortState();
    Optional<TunDevice> tun = Optional.empty();
    /** Absent while the MTU is too small for IPv6, or where the link is about to go. */
    Optional<Ipv6Device> ipv6 = Optional.empty();

    Device(Netns netns, int index, String name, DeviceKind kind) {
        this.netns = netns;
        this.index = index;
        this.name = name;
        this.kind = kind;
        this.linkKind = kind.linkKind();
        this.kindFlags = kind.flags;
        this.hardwareType = kind.hardwareType;
        this.mtu = kind.defaultMtu;
        this.ipv4Settings = new HashMap<>(netns.sysctls().defaultsOfIpv4());
        if (isLoopback()) {
            ipv4Settings.putAll(SettingDefaults.ofLoopbackIpv4());
        }
    }

    LinkId id() {
        return new LinkId(index, name);
    }

    boolean isLoopback() {
        return kind == DeviceKind.LOOPBACK;
    }

    /** Whether it takes what comes in by the link below before anybody else ({@code netdev_rx_handler_register}). */
    boolean takesFromLower() {
        return linkKind.filter(RECEIVERS::contains).isPresent();
    }

    boolean isEthernet() {
        return hardwareType == Link.ETHERNET;
    }

    boolean isBridge() {
        return kind == DeviceKind.BRIDGE;
    }

    /** As {@code netif_oper_up}: a driver that does not say counts as able. */
    boolean isOperational() {
        return operState.equals(OperState.UP) || operState.equals(OperState.UNKNOWN);
    }

    /** As {@code dev_get_flags}. */
    LinkFlags flags() {
        int bits = kindFlags;
        if (up) {
            bits |= LinkFlags.UP | (isOperational() ? Iff.RUNNING : 0) | (carrier ? LinkFlags.LOWER_UP : 0);
        }
        return new LinkFlags(bits);
    }

    /** Whether addresses of IPv6 are not probed for here. */
    boolean resolvesNothing() {
        return (kindFlags & (LinkFlags.NOARP | LinkFlags.LOOPBACK)) != 0;
    }

    @Override
    public String toString() {
        return name + "#" + index;
    }
}
