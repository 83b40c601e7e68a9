/** The netlink backend that writes raw rtnetlink messages through java.lang.foreign. */
module io.podbridge.panama {
    requires com.google.common;
    requires io.podbridge.core;
    requires static org.jspecify;

    provides io.podbridge.netlink.NetlinkHandlerProvider with
            io.podbridge.panama.PanamaNetlinkHandlerProvider;
}
