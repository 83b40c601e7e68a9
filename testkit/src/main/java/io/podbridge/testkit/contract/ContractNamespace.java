package io.podbridge.testkit.contract;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A network namespace for one test of the {@link NetlinkHandlerContract}, and the way to open the handler under test in it. New and
 * empty: it has a loopback that is down, and no address.
 *
 * <p>Some cases need what no handler can do, such as a link of a kind that requests do not know. A namespace that cannot do it says so
 * (by false, or an empty Optional), and the case is skipped with the reason; where {@link #hasForeignKinds}, it fails on a build server.
 */
public interface ContractNamespace extends AutoCloseable {

    /**
     * Opens a handler for this namespace.
     *
     * @param listener hears of each request
     * @return an open handler, which the caller closes
     */
    NetlinkHandler open(RequestListener listener);

    /**
     * Opens a handler without a listener.
     *
     * @return an open handler, which the caller closes
     */
    default NetlinkHandler open() {
        return open(RequestListener.NONE);
    }

    /**
     * Opens a handler whose calls may take no longer than this.
     *
     * @param deadline how long one call may take
     * @return an open handler, which the caller closes
     */
    NetlinkHandler open(Duration deadline);

    /**
     * Makes a second namespace and a veth pair from here to there, without the handler under test.
     *
     * @param here the name of the end in this namespace
     * @param there the name of the end in the other one
     * @return the other namespace, which the caller closes
     */
    ContractNamespace join(String here, String there);

    /**
     * Does something with a handler that lacks CAP_NET_ADMIN in the user namespace that owns this network namespace, and sees
     * {@code /proc/sys} mounted read-only, as a container without privilege does. It may enter the namespace all the same.
     *
     * @param work what to do
     * @return what came of it; absent where privilege cannot be given up
     */
    Optional<List<String>> withoutPrivilege(UnprivilegedWork work);

    /**
     * Tells whether there are links and routes that no request makes, as on a real kernel: ifb, macvlan, next-hop objects.
     *
     * @return false for a kernel that knows nothing but requests, which skips the cases about them everywhere
     */
    default boolean hasForeignKinds() {
        return false;
    }

    /**
     * Puts a macvlan on a link ({@code ip link add link PARENT name NAME type macvlan}), without the handler under test.
     *
     * @param parent the link's name
     * @param name the macvlan's name
     * @return whether it was made; false where there are no macvlans
     */
    default boolean addMacvlan(String parent, String name) {
        return false;
    }

    /**
     * Makes an IPv4 route that uses a next-hop object ({@code ip nexthop add id ID via GATEWAY dev LINK},
     * {@code ip route add DESTINATION nhid ID}), without the handler under test.
     *
     * @param id the object's id
     * @param gateway its gateway
     * @param link its link's name
     * @param destination the route's destination
     * @return whether it was made; false where there are no next-hop objects
     */
    default boolean addRouteByNextHopObject(int id, String gateway, String link, String destination) {
        return false;
    }

    /**
     * Looks at the TX checksum offload of a link, without the handler under test.
     *
     * @param link the link's name
     * @return whether it is on; absent where that cannot be seen, for want of {@code ethtool(8)}
     */
    Optional<Boolean> txChecksumOffload(String link);

    /** Deletes the namespace; {@link #open} fails afterwards with NOT_FOUND. Closing twice is harmless. */
    @Override
    void close();
}
