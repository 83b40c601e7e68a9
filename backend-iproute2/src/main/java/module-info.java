/** The backend {@code iproute2}: runs {@code ip(8)}, {@code bridge(8)} and {@code ethtool(8)}, and reads their JSON. */
// The digit is a part of the name of what it runs.
@SuppressWarnings("module") module io.podbridge.iproute2 {
    requires com.google.common;
    requires com.google.gson;
    requires io.podbridge.core;
    requires static org.jspecify;

    provides io.podbridge.netlink.NetlinkHandlerProvider with
            io.podbridge.iproute2.Iproute2NetlinkHandlerProvider;
}
