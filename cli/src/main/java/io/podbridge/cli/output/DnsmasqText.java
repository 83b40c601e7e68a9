package io.podbridge.cli.output;

import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestRoute;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole {@code dnsmasq.conf} for a server in the pod that serves one guest and nobody else. It tells of IPv4 alone: IPv6 is off on the
 * bridge, so that nobody there could ask for it.
 */
public final class DnsmasqText {
    private static final IpAddress ALL_ONES = IpAddress.parse("255.255.255.255");
    private static final int CLASSLESS_STATIC_ROUTE = 121;
    /** What Windows asked for before 121 had a number. */
    private static final int CLASSLESS_STATIC_ROUTE_OF_WINDOWS = 249;
    private static final int HOST_NAME = 12;
    private static final int ADDRESS_BYTES = 4;

    private final DhcpConfig config;
    private final List<String> lines = new ArrayList<>();

    private DnsmasqText(DhcpConfig config) {
        this.config = config;
    }

    /**
     * The lines, with what the guest is not told of as comments.
     *
     * @param config what the guest is told
     * @param bridge the bridge on which the server listens
     * @return the lines
     */
    public static List<String> lines(DhcpConfig config, String bridge) {
        return new DnsmasqText(config).write(bridge);
    }

    private List<String> write(String bridge) {
        config.warnings().forEach(this::warn);
        config.addresses6().forEach(
                address -> warn("no IPv6 address is given out here, so not " + address + " either; --format cloud-init has it"));
        if (config.address().isEmpty()) {
            lines.add("# the pod has no IPv4 address, so the guest is served none");
        }
        // No DNS, and no file of leases: what is given out is said here, and servers of other pods have the same file.
        lines.addAll(List.of("port=0", "interface=" + bridge, "bind-interfaces", "dhcp-authoritative", "leasefile-ro"));
        config.serverAddress().ifPresent(server -> config.address().ifPresent(address -> serve(address, server)));
        return lines;
    }

    private void serve(IpPrefix address, IpAddress server) {
        IpAddress subnet = address.network().address();
        // The bridge's own address is in another subnet; a shared network tells dnsmasq that the guest's is on the same wire.
        lines.add("shared-network=" + server + "," + subnet);
        lines.add("dhcp-range=" + subnet + ",static," + netmask(address) + ",infinite");
        // A renewal does not reach the server, so the lease has no end.
        lines.add("dhcp-host=" + config.mac() + "," + address.address() + ",infinite");
        // Without a value dnsmasq does not name itself as router.
        lines.add("dhcp-option=option:router" + config.gateway().map(gateway -> "," + gateway).orElse(""));
        routes();
        lines.add("dhcp-option=option:mtu," + config.mtu());
        names();
    }

    private void routes() {
        DnsmasqOption<GuestRoute> option = DnsmasqOption.of(config.routes(), route -> route.destination().isDefault(),
                DnsmasqText::bytes, DnsmasqText::route);
        option.line(Integer.toString(CLASSLESS_STATIC_ROUTE)).ifPresent(lines::add);
        option.line(Integer.toString(CLASSLESS_STATIC_ROUTE_OF_WINDOWS)).ifPresent(lines::add);
        option.rest().forEach(route -> warn("no room in the option for the route " + route));
    }

    private void names() {
        List<IpAddress> servers = config.dnsServers();
        List<IpAddress> ipv4 = servers.stream().filter(server -> server.family() == IpFamily.IPV4).toList();
        servers.stream().filter(server -> !ipv4.contains(server))
                .forEach(server -> warn("DHCP does not tell of the IPv6 name server " + server));
        DnsmasqOption<IpAddress> told = DnsmasqOption.of(ipv4, server -> false, server -> ADDRESS_BYTES, IpAddress::toString);
        told.line("option:dns-server").ifPresent(lines::add);
        told.rest().forEach(server -> warn("no room in the option for the name server " + server));
        domains();
        config.hostName().ifPresent(name -> lines.add("dhcp-option=" + HOST_NAME + "," + name));
    }

    /** Who knows no search list takes the one domain. */
    private void domains() {
        config.searchDomains().stream().findFirst().ifPresent(first -> lines.add("dhcp-option=option:domain-name," + first));
        DnsmasqOption<String> searched = DnsmasqOption.of(config.searchDomains(), domain -> false, domain -> domain.length() + 2,
                domain -> domain);
        searched.line("option:domain-search").ifPresent(lines::add);
        searched.rest().forEach(domain -> warn("no room in the option for the search domain " + domain));
    }

    private void warn(String sentence) {
        lines.add("# warning: " + sentence);
    }

    private static IpAddress netmask(IpPrefix address) {
        return new IpPrefix(ALL_ONES, address.length()).network().address();
    }

    private static String route(GuestRoute route) {
        return route.destination() + "," + route.gateway().orElse(IpAddress.unspecified(IpFamily.IPV4));
    }

    /** The length of the prefix, as many bytes of the destination as it covers, the gateway (RFC 3442). */
    private static int bytes(GuestRoute route) {
        return 1 + (route.destination().length() + Byte.SIZE - 1) / Byte.SIZE + ADDRESS_BYTES;
    }
}
