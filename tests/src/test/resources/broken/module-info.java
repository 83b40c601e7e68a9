module broken.NAME {
    requires io.podbridge.core;

    provides io.podbridge.netlink.NetlinkHandlerProvider with
            broken.NAME.Provider;
}
