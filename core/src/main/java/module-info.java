/**
 * Hands a pod's network identity over to a virtual machine: the state machine, its journal, and the interface to the backends that
 * talk to the kernel.
 */
module io.podbridge.core {
    requires com.google.common;
    requires com.google.gson;
    // An image without it, or an application that does not ask for it, runs all the same: it has no flight recorder then.
    requires static jdk.jfr;
    requires static transitive org.jspecify;

    exports io.podbridge;
    exports io.podbridge.binding;
    exports io.podbridge.event;
    exports io.podbridge.guest;
    exports io.podbridge.netlink;
    exports io.podbridge.netlink.model;
    exports io.podbridge.netlink.request;
    exports io.podbridge.netlink.state;

    uses io.podbridge.netlink.NetlinkHandlerProvider;
}
