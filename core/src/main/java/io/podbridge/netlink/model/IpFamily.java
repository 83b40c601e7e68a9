package io.podbridge.netlink.model;

/** The two address families that a pod has, with the numbers of {@code linux/socket.h}. */
public enum IpFamily {
    /** {@code AF_INET}, addresses of 4 bytes. */
    IPV4(2, 4),
    /** {@code AF_INET6}, addresses of 16 bytes. */
    IPV6(10, 16);

    private final int number;
    private final int addressLength;

    IpFamily(int number, int addressLength) {
        this.number = number;
        this.addressLength = addressLength;
    }

    /** {@return the kernel's number of the family, {@code AF_INET} or {@code AF_INET6}} */
    public int number() {
        return number;
    }

    /** {@return the length of an address in bytes, 4 or 16} */
    public int addressLength() {
        return addressLength;
    }

    /** {@return the length of an address in bits, 32 or 128: the longest prefix} */
    public int addressBits() {
        return addressLength * 8;
    }
}
