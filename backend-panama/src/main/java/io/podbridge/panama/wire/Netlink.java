package io.podbridge.panama.wire;

/** The numbers of {@code linux/netlink.h} that this backend uses. */
public final class Netlink {
    /** Length of {@code struct nlmsghdr} in bytes. */
    public static final int HEADER_SIZE = 16;
    /** Length of {@code struct nlattr} in bytes. */
    public static final int ATTRIBUTE_HEADER_SIZE = 4;

    /** A message that says nothing. */
    public static final int NLMSG_NOOP = 1;
    /** An acknowledgement; with the error 0 it means success. */
    public static final int NLMSG_ERROR = 2;
    /** The end of a dump. */
    public static final int NLMSG_DONE = 3;

    /** It is a request. */
    public static final int NLM_F_REQUEST = 0x01;
    /** An acknowledgement is wanted. */
    public static final int NLM_F_ACK = 0x04;
    /** The table changed while it was dumped. */
    public static final int NLM_F_DUMP_INTR = 0x10;
    /** All entries are wanted. */
    public static final int NLM_F_DUMP = 0x300;
    /** Replace what is there. */
    public static final int NLM_F_REPLACE = 0x100;
    /** Fail if it is there. */
    public static final int NLM_F_EXCL = 0x200;
    /** Make it if it is not there. */
    public static final int NLM_F_CREATE = 0x400;
    /** Add to what is there. */
    public static final int NLM_F_APPEND = 0x800;
    /** An acknowledgement without the request that it answers. */
    public static final int NLM_F_CAPPED = 0x100;
    /** An acknowledgement with attributes. */
    public static final int NLM_F_ACK_TLVS = 0x200;

    /** Marks an attribute that holds attributes. */
    public static final int NLA_F_NESTED = 0x8000;
    /** The bits of an attribute's type that are its number. */
    public static final int NLA_TYPE_MASK = 0x3fff;

    private Netlink() {}

    /**
     * The next multiple of four, on which messages and attributes begin.
     *
     * @param length a length in bytes
     * @return the length with its padding
     */
    public static int align(int length) {
        return (length + 3) & ~3;
    }
}
