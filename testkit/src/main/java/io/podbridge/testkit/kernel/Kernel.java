package io.podbridge.testkit.kernel;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.ForwardingReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TxChecksumOff;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kernel as one namespace sees it: what can be asked and what can be changed. */
public final class Kernel {
    private final Netns netns;
    private final LinkChanges changes;
    private final LinkMaker maker;
    private final LinkRemover remover;
    private final TableCalls tables;

    /**
     * The kernel seen from a namespace.
     *
     * @param netns the namespace
     */
    public Kernel(Netns netns) {
        this.netns = netns;
        this.changes = new LinkChanges(netns);
        this.maker = new LinkMaker(netns, changes);
        this.remover = new LinkRemover(netns);
        this.tables = new TableCalls(netns);
    }

    /** {@return all links, by index} */
    public List<Link> links() {
        return netns.links().all().stream().map(LinkReport::of).toList();
    }

    /**
     * The link of a name.
     *
     * @param name its name or an alternative one
     * @return the link, if there is one
     */
    public Optional<Link> link(String name) {
        return netns.links().names().find(name).map(LinkReport::of);
    }

    /**
     * The link of an index.
     *
     * @param index the index
     * @return the link, if there is one
     */
    public Optional<Link> link(int index) {
        return netns.links().byIndex(index).map(LinkReport::of);
    }

    /** {@return all addresses, IPv4 first} */
    public List<InterfaceAddress> addresses() {
        List<List<InterfaceAddress>> families = netns.rules().hold(KernelRule.IPV4_ADDRESSES_COME_FIRST)
                ? List.of(netns.ipv4().report(), netns.ipv6().addresses().report())
                : List.of(netns.ipv6().addresses().report(), netns.ipv4().report());
        return families.stream().flatMap(List::stream).toList();
    }

    /** {@return all routes, IPv4 first} */
    public List<Route> routes() {
        return Stream.concat(netns.fib4().report().stream(), netns.fib6().report().stream()).toList();
    }

    /** {@return all neighbours, IPv4 first, of a family the proxies last} */
    public List<Neighbour> neighbours() {
        return netns.neighbours().report();
    }

    /**
     * Reads a setting.
     *
     * @param key the setting
     * @return its value; absent if there is none such
     */
    public Optional<String> sysctl(Sysctl key) {
        return netns.sysctls().read(key);
    }

    /**
     * Looks at an offload, which netlink does not show.
     *
     * @param name the link's name
     * @return whether it is on; absent where there is no such link
     */
    public Optional<Boolean> txChecksumOffload(String name) {
        return netns.links().names().find(name).map(device -> device.txChecksumOffload);
    }

    /**
     * A process takes or leaves a tap.
     *
     * @param name the tap's name
     * @param attached whether one is attached from now on
     * @return false if there is no such tap
     */
    public boolean attach(String name, boolean attached) {
        Optional<Device> tap = netns.links().names().find(name).filter(device -> device.tun.isPresent());
        tap.ifPresent(device -> netns.machine().linkWatch().carrier(device, attached));
        tap.filter(device -> !attached && !device.tun.map(TunDevice::persistent).orElse(true))
                .ifPresent(netns.links()::unregister);
        return tap.isPresent();
    }

    /**
     * Lays a veth from this namespace to another.
     *
     * @param here the name of its end here
     * @param elsewhere the other namespace
     * @param there the name of its end there
     * @throws KernelRefusal if a name is taken, or both are one; nothing is made then
     */
    public void join(String here, Netns elsewhere, String there) {
        KernelRefusal.when(netns.links().names().isTaken(here) || elsewhere.links().names().isTaken(there), "EEXIST");
        KernelRefusal.when(netns == elsewhere && here.equals(there), "EEXIST");
        Device other = elsewhere.links().register(there, DeviceKind.VETH, 0);
        LinkMaker.connect(netns.links().register(here, DeviceKind.VETH, 0), other);
    }

    /**
     * What is done for a request.
     *
     * @param request the request
     * @return its parts; absent if this kernel does not know the request, or one of its changes
     */
    public Optional<KernelCall> call(NetlinkRequest request) {
        if (!unsaid(request).isEmpty()) {
            return Optional.empty();
        }
        if (request instanceof LinkAdd add) {
            return Optional.of(guarded(maker.call(add)));
        }
        if (request instanceof LinkSet set) {
            boolean known = set.changes().stream().allMatch(changes::knows)
                    || !netns.rules().hold(KernelRule.UNKNOWN_CHANGE_IS_UNSUPPORTED);
            return known ? Optional.of(guarded(new KernelCall(parts(set), () -> {}))) : Optional.empty();
        }
        return single(request).or(() -> tables.call(request)).map(part -> guarded(KernelCall.of(part)));
    }

    /**
     * Which parts of a request this kernel would not take.
     *
     * @param request the request
     * @return them, as they read after "no words for"
     */
    public List<String> unsaid(NetlinkRequest request) {
        return carriesWhatNobodyKnows(request) && netns.rules().hold(KernelRule.UNKNOWN_DATA_IS_NOT_LEFT_OUT)
                ? List.of("encapsulations and attributes that are known by number alone")
                : List.of();
    }

    /** Raw attributes and encapsulations mean nothing here. */
    private static boolean carriesWhatNobodyKnows(NetlinkRequest request) {
        if (request instanceof AddressAdd add) {
            return !add.address().unknownAttributes().isEmpty();
        } else if (request instanceof AddressReplace replace) {
            return !replace.address().unknownAttributes().isEmpty();
        } else if (request instanceof RouteReplace replace) {
            return isStrange(replace.route());
        } else if (request instanceof RouteAppend append) {
            return isStrange(append.route());
        }
        return request instanceof NeighbourReplace replace && !replace.neighbour().unknownAttributes().isEmpty();
    }

    private static boolean isStrange(Route route) {
        return !route.unknownAttributes().isEmpty() || route.nextHops().stream().anyMatch(hop -> hop.encap().isPresent());
    }

    private Optional<Runnable> single(NetlinkRequest request) {
        if (request instanceof LinkDelete delete) {
            return Optional.of(() -> remover.delete(delete.link()));
        } else if (request instanceof LinkGroupDelete delete) {
            return Optional.of(() -> remover.deleteGroup(delete.group()));
        } else if (request instanceof SysctlSet set) {
            return Optional.of(() -> netns.sysctls().write(set.key(), set.value()));
        } else if (request instanceof TxChecksumOff off) {
            return Optional.of(() -> txChecksumOff(off.link()));
        } else if (request instanceof ForwardingReplace replace) {
            return Optional.of(() -> netns.bridges().forward(netns.links().require(replace.port())));
        }
        return Optional.empty();
    }

    /** Who lacks the capability may do nothing. */
    private KernelCall guarded(KernelCall call) {
        return netns.machine().has(Feature.NET_ADMIN)
                ? call
                : KernelCall.of(() -> KernelRefusal.when(true, "EPERM"));
    }

    private List<Runnable> parts(LinkSet set) {
        return set.changes().stream().<Runnable>map(change -> () -> changes.apply(netns.links().require(set.link()), change))
                .toList();
    }

    private void txChecksumOff(LinkId id) {
        Device device = netns.links().require(id);
        KernelRefusal.when(device.isLoopback(), "EOPNOTSUPP");
        device.txChecksumOffload &= !netns.rules().hold(KernelRule.TX_CHECKSUM_OFFLOAD_IS_SWITCHED_OFF);
    }
}
