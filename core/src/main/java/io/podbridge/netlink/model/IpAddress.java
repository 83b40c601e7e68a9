package io.podbridge.netlink.model;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * An IPv4 or IPv6 address, without scope or zone. Unlike {@link InetAddress} it keeps an IPv4-mapped IPv6 address
 * ({@code ::ffff:10.0.0.1}) what it is: an IPv6 address of 16 bytes.
 */
public final class IpAddress implements Comparable<IpAddress> {
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The address of these bytes, in network order.
     *
     * @param bytes 4 bytes for IPv4, 16 for IPv6
     * @return the address
     * @throws IllegalArgumentException if there are neither 4 nor 16 bytes
     */
    public static IpAddress of(byte[] bytes) {
        if (bytes.length != 4 && bytes.length != 16) {
            throw new IllegalArgumentException("an IP address has 4 or 16 bytes, not " + bytes.length);
        }
        return new IpAddress(bytes.clone());
    }

    /**
     * Reads an address as {@code ip(8)} prints it. No name is looked up.
     *
     * @param text such as {@code 10.244.1.7} or {@code fd00:10:244:1::7}
     * @return the address
     * @throws IllegalArgumentException if the text is no IP address, or has a zone such as {@code %eth0}
     */
    public static IpAddress parse(String text) {
        if (text.indexOf('%') >= 0 || !InetAddresses.isInetAddress(text)) {
            throw new IllegalArgumentException("not an IP address: \"" + text + "\"");
        }
        byte[] parsed = InetAddresses.forString(text).getAddress();
        boolean mapped = parsed.length == 4 && text.indexOf(':') >= 0;
        return new IpAddress(mapped ? map(parsed) : parsed);
    }

    /**
     * The address of all zeroes, {@code 0.0.0.0} or {@code ::}.
     *
     * @param family the family
     * @return the unspecified address of that family
     */
    public static IpAddress unspecified(IpFamily family) {
        return new IpAddress(new byte[family.addressLength()]);
    }

    /** {@return the family, told by the length} */
    public IpFamily family() {
        return bytes.length == 4 ? IpFamily.IPV4 : IpFamily.IPV6;
    }

    /** {@return a copy of the bytes in network order, 4 or 16 of them} */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** {@return whether this is {@code 0.0.0.0} or {@code ::}} */
    public boolean isUnspecified() {
        return equals(unspecified(family()));
    }

    /** {@return whether this is {@code 169.254.0.0/16} (RFC 3927) or {@code fe80::/10} (RFC 4291)} */
    public boolean isLinkLocal() {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return bytes.length == 4 ? first == 169 && second == 254 : first == 0xfe && (second & 0xc0) == 0x80;
    }

    /** {@return whether this is {@code 127.0.0.0/8} or {@code ::1}} */
    public boolean isLoopback() {
        return bytes.length == 4 ? bytes[0] == 127 : equals(parse("::1"));
    }

    /** {@return whether this is {@code 224.0.0.0/4} or {@code ff00::/8}} */
    public boolean isMulticast() {
        int first = bytes[0] & 0xff;
        return bytes.length == 4 ? first >> 4 == 0xe : first == 0xff;
    }

    /** Orders IPv4 before IPv6, then by the bytes as unsigned numbers. */
    @Override
    public int compareTo(IpAddress other) {
        int byFamily = family().compareTo(other.family());
        return byFamily != 0 ? byFamily : Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@return the address as {@code ip(8)} prints it; IPv6 by RFC 5952} */
    @Override
    public String toString() {
        if (bytes.length == 16 && Arrays.equals(bytes, 0, 12, MAPPED, 0, 12)) {
            return "::ffff:" + new IpAddress(Arrays.copyOfRange(bytes, 12, 16));
        }
        return InetAddresses.toAddrString(toInetAddress());
    }

    private InetAddress toInetAddress() {
        try {
            return bytes.length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes was refused", e);
        }
    }

    private static byte[] map(byte[] ipv4) {
        byte[] mapped = Arrays.copyOf(MAPPED, 16);
        System.arraycopy(ipv4, 0, mapped, 12, 4);
        return mapped;
    }
}
