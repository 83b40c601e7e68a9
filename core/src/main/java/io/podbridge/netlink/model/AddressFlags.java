package io.podbridge.netlink.model;

/**
 * The {@code IFA_F_*} flags of an address ({@code linux/if_addr.h}). Bits without a name here are kept.
 *
 * @param bits all flags as the kernel gave them
 */
public record AddressFlags(int bits) {
    /** IPv4: it goes when the primary address of its subnet goes. IPv6: a temporary address (the same bit). */
    public static final int SECONDARY = 0x01;
    /** Duplicate address detection is not done for it. */
    public static final int NODAD = 0x02;
    /** Usable before duplicate address detection has ended. */
    public static final int OPTIMISTIC = 0x04;
    /** Duplicate address detection found another owner. */
    public static final int DADFAILED = 0x08;
    /** The home address of a mobile node. */
    public static final int HOMEADDRESS = 0x10;
    /** Its preferred lifetime is over. */
    public static final int DEPRECATED = 0x20;
    /** Duplicate address detection has not ended. */
    public static final int TENTATIVE = 0x40;
    /** It was set by hand and has no end. */
    public static final int PERMANENT = 0x80;
    /** Temporary addresses are made from it. */
    public static final int MANAGETEMPADDR = 0x100;
    /** It makes no route for its subnet. */
    public static final int NOPREFIXROUTE = 0x200;
    /** It joins its multicast group. */
    public static final int MCAUTOJOIN = 0x400;
    /** Those that an administrator gives; the others tell the state of the moment. */
    public static final int CONFIGURED = NODAD | OPTIMISTIC | HOMEADDRESS | MANAGETEMPADDR | NOPREFIXROUTE | MCAUTOJOIN;

    /**
     * Whether all of these bits are set.
     *
     * @param mask one or more of the constants
     * @return whether none of them is missing
     */
    public boolean has(int mask) {
        return (bits & mask) == mask;
    }

    /**
     * The same flags with others added.
     *
     * @param mask one or more of the constants
     * @return the flags with these set
     */
    public AddressFlags with(int mask) {
        return new AddressFlags(bits | mask);
    }

    /** {@return those of the flags that an administrator gives} */
    public AddressFlags configured() {
        return new AddressFlags(bits & CONFIGURED);
    }
}
