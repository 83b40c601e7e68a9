package io.podbridge.cli.output;

import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestRoute;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the guest is told, as lines of {@code dnsmasq.conf}. IPv6 gateways and routes are no business of DHCP: they come by router
 * advertisements.
 */
public final class DnsmasqText {
    private static final IpAddress ALL_ONES = IpAddress.parse("255.255.255.255");

    private DnsmasqText() {}

    /**
     * The lines, with warnings as comments.
     *
     * @param config what the guest is told
     * @return the lines
     */
    public static List<String> lines(DhcpConfig config) {
        List<String> lines = new ArrayList<>();
        config.warnings().forEach(warning -> lines.add("# warning: " + warning));
        if (config.ipamDisabled()) {
            lines.add("# the pod has no address, so the guest brings its own and is served none");
            return lines;
        }
        lines.add(host(config));
        config.address().ifPresent(address -> lines.add(option("netmask", netmask(address))));
        lines.add(config.gateway().map(gateway -> option("router", gateway)).orElse("dhcp-option=option:router"));
        if (!config.routes().isEmpty()) {
            lines.add(option("classless-static-route",
                    config.routes().stream().map(DnsmasqText::route).collect(Collectors.joining(","))));
        }
        lines.add(option("mtu", config.mtu()));
        return lines;
    }

    /** A renewal does not reach the server, so the lease has no end. */
    private static String host(DhcpConfig config) {
        List<String> words = new ArrayList<>(List.of(config.mac().toString()));
        config.address().ifPresent(address -> words.add(address.address().toString()));
        config.addresses6().forEach(address -> words.add("[" + address.address() + "]"));
        words.add("infinite");
        return "dhcp-host=" + String.join(",", words);
    }

    private static String option(String name, Object value) {
        return "dhcp-option=option:" + name + "," + value;
    }

    private static IpAddress netmask(IpPrefix address) {
        return new IpPrefix(ALL_ONES, address.length()).network().address();
    }

    private static String route(GuestRoute route) {
        return route.destination() + "," + route.gateway().orElse(IpAddress.unspecified(IpFamily.IPV4));
    }
}
