package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What IPv6 keeps of a link ({@code struct inet6_dev}). */
final class Ipv6Device {
    /** The wider scope first, and of one scope the newest, as the kernel keeps and shows them. */
    final List<KernelAddress> addresses = new ArrayList<>();
    final Map<String, String> settings;
    /** By how many of its addresses each anycast address was joined. */
    final Map<IpAddress, Integer> anycasts = new HashMap<>();
    /** The groups that addresses have joined: one that is lost with the link does not leave its own. */
    final Set<IpAddress> groups = new HashSet<>();
    /** Those that stayed when the link went down, and have no routes since. */
    final Set<KernelAddress> kept = new HashSet<>();
    /** Whether the link has been up with a carrier since it was last switched on ({@code IF_READY}). */
    boolean ready;

    Ipv6Device(Map<String, String> defaults) {
        settings = new HashMap<>(defaults);
    }

    boolean isDisabled() {
        return number("disable_ipv6") != 0;
    }

    boolean forwards() {
        return number("forwarding") != 0;
    }

    AddrGenMode addrGenMode() {
        return new AddrGenMode(number("addr_gen_mode"));
    }

    int number(String setting) {
        return Integer.parseInt(settings.getOrDefault(setting, "0"));
    }
}
