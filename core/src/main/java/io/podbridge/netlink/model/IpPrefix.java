package io.podbridge.netlink.model;

/**
 * An address and the length of its network part. The bits behind the prefix are kept: {@code 10.244.1.7/24} says both which
 * address an interface has and which subnet that is. {@link #network()} clears them.
 *
 * @param address the address
 * @param length the length of the network part in bits, from 0 to 32 or 128
 */
public record IpPrefix(IpAddress address, int length) {

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if the length is negative or more than the family has bits
     */
    public IpPrefix {
        if (length < 0 || length > address.family().addressBits()) {
            throw new IllegalArgumentException("a prefix of " + address + " has 0 to " + address.family().addressBits()
                    + " bits, not " + length);
        }
    }

    /**
     * Reads a prefix as {@code ip(8)} takes it; without a slash it is the whole address.
     *
     * @param text such as {@code 10.244.1.7/24}, {@code fd00::7} or {@code 0.0.0.0/0}
     * @return the prefix
     * @throws IllegalArgumentException if the text is no prefix
     */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return host(IpAddress.parse(text));
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash));
        String length = text.substring(slash + 1);
        if (length.isEmpty() || length.length() > 3 || !length.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new IllegalArgumentException("not an IP prefix: \"" + text + "\"");
        }
        return new IpPrefix(address, Integer.parseInt(length));
    }

    /**
     * The prefix that contains nothing but this address.
     *
     * @param address the address
     * @return {@code address/32} or {@code address/128}
     */
    public static IpPrefix host(IpAddress address) {
        return new IpPrefix(address, address.family().addressBits());
    }

    /**
     * The prefix that contains every address, the destination of a default route.
     *
     * @param family the family
     * @return {@code 0.0.0.0/0} or {@code ::/0}
     */
    public static IpPrefix all(IpFamily family) {
        return new IpPrefix(IpAddress.unspecified(family), 0);
    }

    /** {@return the family of the address} */
    public IpFamily family() {
        return address.family();
    }

    /** {@return whether this prefix contains every address of its family} */
    public boolean isDefault() {
        return length == 0;
    }

    /** {@return whether this prefix contains one address only} */
    public boolean isHost() {
        return length == family().addressBits();
    }

    /** {@return the same prefix with all bits behind it cleared, such as {@code 10.244.1.0/24}} */
    public IpPrefix network() {
        byte[] bytes = address.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(8, length - 8 * i));
            bytes[i] &= (byte) (0xff00 >> kept);
        }
        return new IpPrefix(IpAddress.of(bytes), length);
    }

    /**
     * Whether an address lies in this subnet.
     *
     * @param other an address of any family
     * @return false also if the families differ
     */
    public boolean contains(IpAddress other) {
        return other.family() == family() && new IpPrefix(other, length).network().equals(network());
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
