package io.podbridge.panama.rtnetlink;

/** The attributes of an address ({@code IFA_*} of {@code linux/if_addr.h}). */
final class Ifa {
    static final int ADDRESS = 1;
    static final int LOCAL = 2;
    static final int LABEL = 3;
    static final int BROADCAST = 4;
    static final int CACHEINFO = 6;
    static final int FLAGS = 8;
    static final int RT_PRIORITY = 9;
    static final int PROTO = 11;
    static final int LAST_KNOWN = 11;

    /** Length of {@code struct ifaddrmsg} in bytes. */
    static final int HEADER_SIZE = 8;

    private Ifa() {}
}
