package io.podbridge.panama.rtnetlink;

/** The attributes of a neighbour ({@code NDA_*} of {@code linux/neighbour.h}). */
final class Nda {
    static final int DST = 1;
    static final int LLADDR = 2;
    static final int PROTOCOL = 12;
    static final int FLAGS_EXT = 15;
    /** The last attribute that the headers of Linux 6.18 know ({@code NDA_NDM_FLAGS_MASK}). */
    static final int LAST_KNOWN = 17;

    static final int NTF_PROXY = 0x08;
    /** Where the flags of {@link #FLAGS_EXT} follow those of the header, as in the kernel ({@code NTF_EXT_SHIFT}). */
    static final int FLAGS_EXT_SHIFT = 8;

    /** Length of {@code struct ndmsg} in bytes. */
    static final int HEADER_SIZE = 12;

    private Nda() {}
}
