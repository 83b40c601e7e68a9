package io.podbridge.panama.rtnetlink;

/** The attributes of a link ({@code IFLA_*} of {@code linux/if_link.h}, {@code linux/if_tun.h}, {@code linux/veth.h}). */
final class Ifla {
    static final int ADDRESS = 1;
    static final int IFNAME = 3;
    static final int MTU = 4;
    static final int LINK = 5;
    static final int QDISC = 6;
    static final int MASTER = 10;
    static final int TXQLEN = 13;
    static final int OPERSTATE = 16;
    static final int LINKINFO = 18;
    static final int IFALIAS = 20;
    static final int AF_SPEC = 26;
    static final int GROUP = 27;
    static final int EXT_MASK = 29;
    static final int LINK_NETNSID = 37;
    static final int XDP = 43;
    static final int MAX_MTU = 51;
    static final int PROP_LIST = 52;
    static final int ALT_IFNAME = 53;
    /** The last attribute that the headers of Linux 6.18 know ({@code IFLA_TAILROOM}); what comes after is news. */
    static final int LAST_KNOWN = 69;

    static final int INFO_KIND = 1;
    static final int INFO_DATA = 2;
    static final int INFO_SLAVE_KIND = 4;
    static final int INFO_SLAVE_DATA = 5;

    static final int BR_MCAST_SNOOPING = 23;
    static final int BRPORT_STATE = 1;
    static final int BRPORT_LEARNING = 8;

    static final int TUN_OWNER = 1;
    static final int TUN_GROUP = 2;
    static final int TUN_TYPE = 3;
    static final int TUN_VNET_HDR = 5;
    static final int TUN_PERSIST = 6;
    static final int TUN_MULTI_QUEUE = 7;
    static final int TUN_TYPE_TAP = 2;

    static final int VETH_INFO_PEER = 1;
    static final int XDP_ATTACHED = 2;

    static final int INET_CONF = 1;
    /** {@code IPV4_DEVCONF_ARP_IGNORE}; the array in a dump begins with number 1. */
    static final int ARP_IGNORE = 19;
    static final int INET6_CONF = 2;
    static final int INET6_ADDR_GEN_MODE = 8;
    /** {@code DEVCONF_DISABLE_IPV6}; the array in a dump begins with number 0. */
    static final int DISABLE_IPV6 = 26;

    /** Leaves the statistics out of what the kernel tells: they are large, and nobody here reads them. */
    static final int EXT_MASK_SKIP_STATS = 8;

    /** Length of {@code struct ifinfomsg} in bytes. */
    static final int HEADER_SIZE = 16;

    private Ifla() {}
}
