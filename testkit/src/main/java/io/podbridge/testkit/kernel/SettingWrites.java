package io.podbridge.testkit.kernel;

import java.util.Set;

/** What follows when a setting is written: some of all links are given on to each, and IPv6 heeds some at once. */
final class SettingWrites {
    private static final Set<String> GIVEN_ON_BY_IPV6 = Set.of("disable_ipv6", "forwarding", "addr_gen_mode",
            "ignore_routes_with_linkdown");
    private static final String FORWARDING = "forwarding";
    private static final String OFF = "0";

    private final Netns netns;

    SettingWrites(Netns netns) {
        this.netns = netns;
    }

    void write(SettingPlace place, String value) {
        if (place.of() == SettingPlace.Of.ALL_IPV4 && place.name().equals(FORWARDING)) {
            forwardIpv4(place, value);
            return;
        }
        if (place.of() == SettingPlace.Of.LINK_IPV6) {
            place.device().ifPresent(link -> link.ipv6.ifPresent(ipv6 -> write(link, ipv6, place.name(), value)));
            return;
        }
        place.put(value);
        if (place.of() == SettingPlace.Of.ALL_IPV6 && GIVEN_ON_BY_IPV6.contains(place.name())) {
            netns.sysctls().defaultsOfIpv6().put(place.name(), value);
            netns.links().all().forEach(link -> link.ipv6.ifPresent(ipv6 -> write(link, ipv6, place.name(), value)));
        }
    }

    /** As {@code inet_forward_change}: who forwards believes no redirects; the same value once more is given on to nobody. */
    private void forwardIpv4(SettingPlace place, String value) {
        if (place.read().filter(value::equals).isEmpty()) {
            place.put(value);
            place.settings().put("accept_redirects", value.equals(OFF) ? "1" : OFF);
            netns.sysctls().defaultsOfIpv4().put(FORWARDING, value);
            netns.links().all().forEach(link -> link.ipv4Settings.put(FORWARDING, value));
        }
    }

    private void write(Device link, Ipv6Device ipv6, String name, String value) {
        String before = ipv6.settings.put(name, value);
        boolean switched = value.equals(OFF) != OFF.equals(before);
        if (name.equals("disable_ipv6") && switched) {
            netns.ipv6().disabledChanged(link, ipv6);
        } else if (name.equals(FORWARDING) && switched) {
            netns.ipv6().addresses().forwardingChanged(ipv6);
        } else if (name.equals("addr_gen_mode") && !value.equals(before)) {
            netns.ipv6().makeOwnAddresses(link, ipv6);
        }
    }
}
