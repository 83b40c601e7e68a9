package io.podbridge.cli.output;

import com.google.gson.JsonPrimitive;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestRoute;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code network-config} of cloud-init, version 2, which is netplan's, for guests that ask no DHCP server. It tells of IPv6 too.
 */
public final class CloudInitText {
    private static final String INTERFACE = "  ";
    private static final String SETTING = "    ";
    private static final String ITEM = "      ";

    private final DhcpConfig config;
    private final List<String> lines = new ArrayList<>();

    private CloudInitText(DhcpConfig config) {
        this.config = config;
    }

    /**
     * The lines, with what the guest is not told of as comments.
     *
     * @param config what the guest is told
     * @param interfaceName how the guest calls the interface, which it knows by its MAC address
     * @return the lines
     */
    public static List<String> lines(DhcpConfig config, String interfaceName) {
        return new CloudInitText(config).write(interfaceName);
    }

    private List<String> write(String name) {
        config.warnings().forEach(warning -> lines.add("# warning: " + warning));
        config.hostName()
                .ifPresent(host -> lines.add("# the host name is told by cloud-init's meta-data: local-hostname: " + host));
        lines.addAll(List.of("version: 2", "ethernets:", INTERFACE + quoted(name) + ":",
                SETTING + "match:", ITEM + "macaddress: " + quoted(config.mac()),
                SETTING + "set-name: " + quoted(name), SETTING + "mtu: " + config.mtu()));
        if (!config.ipamDisabled()) {
            lines.addAll(List.of(SETTING + "dhcp4: false", SETTING + "dhcp6: false", SETTING + "accept-ra: false"));
        }
        list(SETTING, "addresses", addresses().toList());
        routes();
        names();
        return lines;
    }

    private Stream<IpPrefix> addresses() {
        return Stream.concat(config.address().stream(), config.addresses6().stream());
    }

    private void routes() {
        Optional<IpAddress> gateway6 = config.gateway6().filter(this::isInSubnet);
        // cloud-init 22.4 takes a route to ::/0 for one to ::/64, unless netplan reads it; this word has no such case, but no on-link either.
        gateway6.ifPresent(gateway -> lines.add(SETTING + "gateway6: " + quoted(gateway)));
        List<GuestRoute> routes = Stream.concat(routes(IpFamily.IPV4, config.routes(), config.gateway()),
                routes(IpFamily.IPV6, config.routes6(), config.gateway6().filter(gateway -> gateway6.isEmpty()))).toList();
        if (!routes.isEmpty()) {
            lines.add(SETTING + "routes:");
        }
        routes.forEach(this::route);
    }

    /** {@return all routes, the one by the gateway last and once: DHCP's list of routes has it already, if there is a list} */
    private static Stream<GuestRoute> routes(IpFamily family, List<GuestRoute> listed, Optional<IpAddress> gateway) {
        return Stream.concat(listed.stream(),
                gateway.map(router -> new GuestRoute(IpPrefix.all(family), Optional.of(router))).stream()).distinct();
    }

    private void route(GuestRoute route) {
        lines.add(ITEM + "- to: " + quoted(route.destination()));
        route.gateway().ifPresentOrElse(gateway -> {
            lines.add(ITEM + "  via: " + quoted(gateway));
            if (!isInSubnet(gateway)) {
                lines.add(ITEM + "  on-link: true");
            }
        }, () -> lines.add(ITEM + "  scope: link"));
    }

    /** Every subnet's link has the link-local ones of IPv6. */
    private boolean isInSubnet(IpAddress gateway) {
        boolean linkLocal = gateway.family() == IpFamily.IPV6 && gateway.isLinkLocal();
        return linkLocal || addresses().anyMatch(address -> address.contains(gateway));
    }

    private void names() {
        if (!config.dnsServers().isEmpty() || !config.searchDomains().isEmpty()) {
            lines.add(SETTING + "nameservers:");
        }
        list(ITEM, "addresses", config.dnsServers());
        list(ITEM, "search", config.searchDomains());
    }

    private void list(String indent, String name, List<?> values) {
        if (!values.isEmpty()) {
            lines.add(indent + name + ": "
                    + values.stream().map(CloudInitText::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    /** A MAC address without quotes may be a number to base 60; a text of JSON is one of YAML. */
    private static String quoted(Object value) {
        return new JsonPrimitive(value.toString()).toString();
    }
}
