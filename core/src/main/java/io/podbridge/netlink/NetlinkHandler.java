package io.podbridge.netlink;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.netlink.request.TxChecksumOff;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One open conversation with the kernel about one network namespace.
 *
 * <p><b>An open handler pins its namespace</b>: a pod that is deleted meanwhile stays half alive, and its veth peer with it. So open it
 * for a piece of work and close it after that; never keep one.
 *
 * <p>Safe for several threads, virtual ones included; reads and single requests go one after the other, and the lists of two threads may
 * interleave. A thread that is interrupted gets its answer all the same, and its flag stays set. A call may hold the carrier of a virtual thread
 * for tens of milliseconds, for deleting a link waits in the kernel. Calls after {@link #close} throw IllegalStateException. Every
 * call may throw {@link NetlinkException}, of kind TIMEOUT when the deadline of {@link HandlerOptions} has passed.
 */
public interface NetlinkHandler extends AutoCloseable {

    /** {@return the namespace that this handler talks about} */
    NetworkNamespace namespace();

    /** {@return the kernel's identity of the namespace, never used twice until the next boot ({@code SO_NETNS_COOKIE}); absent where the
     * kernel is older than 5.14 or the backend cannot ask} */
    OptionalLong namespaceCookie();

    /**
     * What this kernel and this backend can do here. Nothing is changed, though the kernel may load a driver.
     *
     * @param feature what is asked for
     * @return whether it can be done
     */
    boolean supports(Feature feature);

    /** {@return all links of the namespace, in the kernel's order} */
    List<Link> linkList();

    /**
     * The link of a name.
     *
     * @param name its name or one of its alternative names
     * @return the link, if there is one; absent also for a name that none can have
     */
    Optional<Link> linkByName(String name);

    /**
     * The link of an index.
     *
     * @param index the interface index
     * @return the link, if there is one
     */
    Optional<Link> linkByIndex(int index);

    /** {@return all addresses of both families, in the kernel's order: IPv4 first, and IPv6 of a link newest first} */
    List<InterfaceAddress> addrList();

    /** {@return all routes of both families and all tables, in the kernel's order; without cached clones} */
    List<Route> routeList();

    /** {@return all entries of the neighbour tables of both families, proxies included, in the kernel's order} */
    List<Neighbour> neighList();

    /**
     * Next-hop objects, on which routes may depend and which go with their link. By default there are none.
     *
     * @return all of them, in the kernel's order; empty also where the kernel is older than 5.3
     */
    default List<NextHopObject> nextHopList() {
        return List.of();
    }

    /**
     * Which parts of a request this backend could not send: it would answer UNSUPPORTED. Nothing is sent. By default it can send all.
     *
     * @param request what might be done
     * @return each part as it reads after "no words for", such as {@code an encapsulation}; empty if it would be sent
     */
    default List<String> unsaid(NetlinkRequest request) {
        return List.of();
    }

    /**
     * Reads a setting.
     *
     * @param key the setting
     * @return its value without white space around it; absent if the kernel, or the link, has none such
     */
    Optional<String> sysctl(Sysctl key);

    /**
     * Carries out requests one after the other and stops at the first that fails. What was done before stays done.
     *
     * @param requests what to do, in this order
     * @return one outcome for each request
     */
    List<RequestOutcome> execute(List<NetlinkRequest> requests);

    /** Ends the conversation and lets go of the namespace. Closing twice is harmless. */
    @Override
    void close();

    /**
     * Carries out one request.
     *
     * @param request what to do
     * @throws NetlinkException if it fails
     */
    default void execute(NetlinkRequest request) {
        List<RequestOutcome> outcomes = execute(List.of(request));
        outcomes.get(0).failure().ifPresent(failure -> {
            throw failure;
        });
    }

    /**
     * Makes a link: {@code ip link add}, {@code ip tuntap add}.
     *
     * @param add what to make
     * @throws NetlinkException as {@link LinkAdd} says
     */
    default void linkAdd(LinkAdd add) {
        execute(add);
    }

    /**
     * Switches a link on: {@code ip link set up}.
     *
     * @param link the link
     * @throws NetlinkException as {@link LinkSet} says
     */
    default void linkSetUp(LinkId link) {
        execute(LinkSet.of(link, new LinkChange.Up()));
    }

    /**
     * Switches a link off: {@code ip link set down}. The kernel forgets its unicast routes and IPv6 addresses.
     *
     * @param link the link
     * @throws NetlinkException as {@link LinkSet} says
     */
    default void linkSetDown(LinkId link) {
        execute(LinkSet.of(link, new LinkChange.Down()));
    }

    /**
     * Renames a link: {@code ip link set name}.
     *
     * @param link the link
     * @param name its new name
     * @throws NetlinkException as {@link LinkChange.Name} says
     */
    default void linkSetName(LinkId link, String name) {
        execute(LinkSet.of(link, new LinkChange.Name(name)));
    }

    /**
     * Gives a link another Ethernet address: {@code ip link set address}.
     *
     * @param link the link
     * @param mac its new address
     * @throws NetlinkException as {@link LinkChange.Mac} says
     */
    default void linkSetHardwareAddr(LinkId link, MacAddress mac) {
        execute(LinkSet.of(link, new LinkChange.Mac(mac)));
    }

    /**
     * Makes a link a port of a bridge: {@code ip link set master}.
     *
     * @param link the link
     * @param master the bridge
     * @throws NetlinkException as {@link LinkChange.Master} says
     */
    default void linkSetMaster(LinkId link, LinkId master) {
        execute(LinkSet.of(link, new LinkChange.Master(master)));
    }

    /**
     * Keeps a bridge from learning MAC addresses on a port: {@code bridge link set learning off}.
     *
     * @param port a port of a bridge
     * @throws NetlinkException as {@link LinkChange.Learning} says
     */
    default void linkSetLearningOff(LinkId port) {
        execute(LinkSet.of(port, new LinkChange.Learning(false)));
    }

    /**
     * Gives a link an address that it does not have: {@code ip address add}.
     *
     * @param link the link
     * @param address the address
     * @throws NetlinkException as {@link AddressAdd} says
     */
    default void addrAdd(LinkId link, InterfaceAddress address) {
        execute(new AddressAdd(link, address));
    }

    /**
     * Gives a link an address, whether it has it or not: {@code ip address replace}.
     *
     * @param link the link
     * @param address the address
     * @throws NetlinkException as {@link AddressReplace} says
     */
    default void addrReplace(LinkId link, InterfaceAddress address) {
        execute(new AddressReplace(link, address));
    }

    /**
     * Takes an address from a link: {@code ip address del}.
     *
     * @param link the link
     * @param address the address
     * @throws NetlinkException as {@link AddressDelete} says
     */
    default void addrDel(LinkId link, InterfaceAddress address) {
        execute(new AddressDelete(link, address));
    }

    /**
     * Sets {@code arp_ignore} of the whole namespace to 1, as KubeVirt does: {@code sysctl -w net.ipv4.conf.all.arp_ignore=1}. All
     * NICs of the pod share it; podbridge itself sets it on its bridge alone.
     *
     * @throws NetlinkException as {@link SysctlSet} says
     */
    default void configureIpv4ArpIgnore() {
        execute(new SysctlSet(Sysctl.of("net", "ipv4", "conf", "all", "arp_ignore"), "1"));
    }

    /**
     * Makes a persistent tap: {@code ip tuntap add mode tap}.
     *
     * @param name its name
     * @param options owner, group and queues
     * @param mtu its MTU in bytes
     * @throws NetlinkException as {@link LinkAdd} says
     */
    default void createTapDevice(String name, TapOptions options, int mtu) {
        execute(LinkAdd.tap(name, options).mtu(mtu).build());
    }

    /**
     * Makes a tap a port of a bridge and switches it on: {@code ip link set master BRIDGE up}.
     *
     * @param tap the tap
     * @param bridge the bridge
     * @throws NetlinkException as {@link LinkSet} says
     */
    default void bindTapDeviceToBridge(LinkId tap, LinkId bridge) {
        execute(LinkSet.of(tap, new LinkChange.Master(bridge), new LinkChange.Up()));
    }

    /**
     * Switches the TX checksum offload of a link off: {@code ethtool -K NAME tx off}.
     *
     * @param link the link
     * @throws NetlinkException as {@link TxChecksumOff} says
     */
    default void disableTxOffloadChecksum(LinkId link) {
        execute(new TxChecksumOff(link));
    }
}
