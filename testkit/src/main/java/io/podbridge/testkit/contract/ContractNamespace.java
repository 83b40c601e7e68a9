package io.podbridge.testkit.contract;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestListener;
import java.util.Optional;

/**
 * A network namespace for one test of the {@link NetlinkHandlerContract}, and the way to open the handler under test in it. New and
 * empty: it has a loopback that is down, and no address.
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
     * Makes a second namespace and a veth pair from here to there, without the handler under test.
     *
     * @param here the name of the end in this namespace
     * @param there the name of the end in the other one
     * @return the other namespace, which the caller closes
     */
    ContractNamespace join(String here, String there);

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
