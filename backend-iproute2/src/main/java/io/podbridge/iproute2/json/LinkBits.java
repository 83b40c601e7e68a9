package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.LinkFlags;
import java.util.List;

/** The flags of a link as ip(8) prints them: it leaves RUNNING out, and says NO-CARRIER where it misses it. */
final class LinkBits {
    private static final int RUNNING = 1 << 6;
    private static final String NO_CARRIER = "NO-CARRIER";
    /** The link below is down; the flags of this one do not say so. */
    private static final String LOWER_IS_DOWN = "M-DOWN";
    private static final List<String> NAMES = List.of("UP", "BROADCAST", "DEBUG", "LOOPBACK", "POINTOPOINT", "NOTRAILERS",
            "RUNNING", "NOARP", "PROMISC", "ALLMULTI", "MASTER", "SLAVE", "MULTICAST", "PORTSEL", "AUTOMEDIA", "DYNAMIC",
            "LOWER_UP", "DORMANT", "ECHO");

    private LinkBits() {}

    static LinkFlags read(Fields link) {
        List<String> names = link.texts("flags");
        int bits = 0;
        for (String name : names) {
            bits |= bit(link, name);
        }
        boolean running = (bits & LinkFlags.UP) != 0 && !names.contains(NO_CARRIER);
        return new LinkFlags(running ? bits | RUNNING : bits);
    }

    /** What has no name comes last, all in one hexadecimal number. */
    private static int bit(Fields link, String name) {
        int at = NAMES.indexOf(name);
        if (at >= 0) {
            return 1 << at;
        }
        if (name.equals(NO_CARRIER) || name.equals(LOWER_IS_DOWN)) {
            return 0;
        }
        return link.hexadecimal("flags", name);
    }
}
