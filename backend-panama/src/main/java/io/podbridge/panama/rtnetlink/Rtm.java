package io.podbridge.panama.rtnetlink;

/** The types of rtnetlink messages ({@code RTM_*} of {@code linux/rtnetlink.h}) and the families that they speak of. */
public final class Rtm {
    /** A link, or a request to make or change one. */
    public static final int NEWLINK = 16;
    /** A request to delete links. */
    public static final int DELLINK = 17;
    /** A request for links. */
    public static final int GETLINK = 18;
    /** A request to change a link that is there. */
    public static final int SETLINK = 19;
    /** An address, or a request to make one. */
    public static final int NEWADDR = 20;
    /** A request to delete an address. */
    public static final int DELADDR = 21;
    /** A request for addresses. */
    public static final int GETADDR = 22;
    /** A route, or a request to make one. */
    public static final int NEWROUTE = 24;
    /** A request to delete a route. */
    public static final int DELROUTE = 25;
    /** A request for routes. */
    public static final int GETROUTE = 26;
    /** A neighbour, or a request to make one. */
    public static final int NEWNEIGH = 28;
    /** A request to delete a neighbour. */
    public static final int DELNEIGH = 29;
    /** A request for neighbours. */
    public static final int GETNEIGH = 30;
    /** A request for next-hop objects. */
    public static final int GETNEXTHOP = 106;
    /** A request to give a link an alternative name. */
    public static final int NEWLINKPROP = 108;
    /** A request to take an alternative name off. */
    public static final int DELLINKPROP = 109;

    /** All families. */
    static final int AF_UNSPEC = 0;
    /** IPv4. */
    static final int AF_INET = 2;
    /** IPv6. */
    static final int AF_INET6 = 10;

    private Rtm() {}
}
