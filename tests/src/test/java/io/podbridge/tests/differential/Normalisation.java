package io.podbridge.tests.differential;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Neighbour;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** What may differ between two subjects that behave alike, each with its reason. Whatever is not here must be equal. */
final class Normalisation {
    private static final int SECONDS = 60;
    private static final String RANDOM = "random";

    private Normalisation() {}

    /** The kernel throws dice for the MAC addresses that nobody chooses. */
    static String mac(HardwareAddress address) {
        byte[] bytes = address.toBytes();
        boolean chosen = startsWith(bytes, 0, Scenery.MAC_PREFIX) || Arrays.equals(bytes, new byte[bytes.length]);
        return chosen ? address.toString() : RANDOM;
    }

    /** A link-local address that the kernel makes of a random MAC address is as random. */
    static String address(IpAddress address) {
        byte[] bytes = address.toBytes();
        boolean made = address.family() == IpFamily.IPV6 && address.isLinkLocal() && bytes[11] == -1 && bytes[12] == -2;
        byte[] chosen = {(byte) (Scenery.MAC_PREFIX[0] ^ 2), Scenery.MAC_PREFIX[1], Scenery.MAC_PREFIX[2]};
        return made && !startsWith(bytes, 8, chosen) ? "fe80::" + RANDOM : address.toString();
    }

    static boolean isRandom(String normalised) {
        return normalised.contains(RANDOM);
    }

    static String prefix(IpPrefix prefix) {
        return address(prefix.address()) + "/" + prefix.length();
    }

    /** Time passes between two looks; sequences take less than a minute, and use lifetimes of whole minutes. */
    static String lifetime(Lifetime lifetime) {
        return lifetime.isForever() ? "forever" : seconds(lifetime.seconds());
    }

    /** As {@link #lifetime}. */
    static String expiry(OptionalLong left) {
        return left.isPresent() ? seconds(left.getAsLong()) : "never";
    }

    private static String seconds(long seconds) {
        return (seconds + SECONDS - 1) / SECONDS * SECONDS + " s";
    }

    /** Which queueing discipline a real kernel takes for a device with a queue is a setting of the machine. */
    static String qdisc(Optional<String> qdisc) {
        return qdisc.map(name -> name.startsWith("no") ? name : "some").orElse("none told");
    }

    /** The number of another namespace is given at random times by whoever asks first; that there is one is the same for all. */
    static String namespaceId(boolean known) {
        return known ? "another namespace" : "this namespace";
    }

    /**
     * What the kernel learned or looked for by itself depends on traffic; multicast addresses are resolved when something is sent to
     * them (by MLD, at random times).
     */
    static boolean isCompared(Neighbour neighbour) {
        return neighbour.isConfigured() && !neighbour.address().isMulticast();
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] prefix) {
        return bytes.length >= from + prefix.length
                && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }
}
