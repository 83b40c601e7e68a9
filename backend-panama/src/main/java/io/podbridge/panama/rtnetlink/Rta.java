package io.podbridge.panama.rtnetlink;

/** The attributes of a route ({@code RTA_*} and {@code RTAX_*} of {@code linux/rtnetlink.h}). */
final class Rta {
    static final int DST = 1;
    static final int SRC = 2;
    static final int IIF = 3;
    static final int OIF = 4;
    static final int GATEWAY = 5;
    static final int PRIORITY = 6;
    static final int PREFSRC = 7;
    static final int METRICS = 8;
    static final int MULTIPATH = 9;
    static final int CACHEINFO = 12;
    static final int TABLE = 15;
    static final int VIA = 18;
    static final int PREF = 20;
    static final int ENCAP_TYPE = 21;
    static final int ENCAP = 22;
    static final int EXPIRES = 23;
    static final int PAD = 24;
    static final int NH_ID = 30;

    static final int RTAX_LOCK = 1;
    static final int RTAX_CC_ALGO = 16;

    /** {@code RTM_F_CLONED}: a cache entry, no route that anybody made. */
    static final int CLONED = 0x200;
    /** The low bits of {@code rtm_flags} are those of the one next hop, {@code RTNH_F_*}. */
    static final int HOP_FLAGS = 0xff;

    /** Length of {@code struct rtmsg} in bytes. */
    static final int HEADER_SIZE = 12;
    /** Length of {@code struct rtnexthop} in bytes. */
    static final int HOP_HEADER_SIZE = 8;

    private Rta() {}
}
