package io.podbridge.tests.shapes;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import java.util.function.Supplier;

/** Where a pod is made, in a kernel of some sort: its namespace, and a node at the other end of its veths. */
interface World extends AutoCloseable {

    /** {@return the backends that reach it} */
    NetlinkHandlers handlers();

    /** {@return the pod's namespace} */
    NetworkNamespace namespace();

    /** Another NIC of the pod: a veth from the node, up. */
    void addVeth(String name);

    /** A link of the pod that no request makes; one that hangs on another does so on a link of the node. */
    void addForeign(Driver driver, String name);

    /** A link of the pod that hangs on another of its links. */
    void addChild(Driver driver, String name, String lower);

    /** {@return what tells, whenever it is asked, what has changed in the pod since now; nothing if it is as it was} */
    Supplier<String> watch();

    /** {@return an open handler in the pod, which the caller closes} */
    default NetlinkHandler open() {
        return handlers().open(HandlerOptions.of(namespace()));
    }

    @Override
    void close();
}
