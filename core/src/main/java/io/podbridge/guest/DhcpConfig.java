package io.podbridge.guest;

import com.google.gson.JsonObject;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a DHCP server on the bridge tells the guest, so that it becomes what the pod was: address, gateway, routes and MTU, and
 * names if asked for. Immutable.
 *
 * <p>The lease is infinite: a renewal goes by unicast from the guest's address, which is local in the pod's own stack, and is dropped
 * there.
 *
 * <p>DHCP gives out one IPv4 address, and it is the pod's first, as in KubeVirt; further ones are told in {@link #warnings()}. There
 * too stands, a sentence each, what cannot be said of routes: an IPv6 next hop of an IPv4 route, several next hops, other types than
 * unicast, other tables than main, encapsulation, another source than the guest's address, metrics. The routes of a family in which
 * the pod has no address are left out.
 */
public final class DhcpConfig {
    /** The lease has no end: option 51 has all its bits set. */
    public static final long INFINITE_LEASE = 0xffffffffL;

    private final Values values;
    private final GuestNames names;

    private DhcpConfig(Values values, GuestNames names) {
        this.values = values;
        this.names = names;
    }

    private record Values(boolean ipamDisabled, MacAddress mac, int mtu, Part ipv4, Part ipv6, Optional<IpAddress> serverAddress,
            List<String> warnings) {}

    /** What the guest gets of one family. */
    private record Part(List<IpPrefix> addresses, Optional<IpAddress> gateway, List<GuestRoute> routes) {}

    /**
     * What the guest of a pod's interface is told.
     *
     * @param pod the pod's interface as it was found
     * @param binding how it is handed over
     * @param serverAddress the bridge's own address; absent where it has none
     * @return the configuration
     * @throws IllegalArgumentException if neither the binding nor the NIC has an Ethernet address
     */
    public static DhcpConfig of(PodInterface pod, BridgeBinding binding, Optional<IpPrefix> serverAddress) {
        FamilyAddresses all = FamilyAddresses.of(pod, IpFamily.IPV4);
        FamilyAddresses ipv4 = all.first();
        FamilyAddresses ipv6 = FamilyAddresses.of(pod, IpFamily.IPV6);
        GuestTable table4 = GuestTable.of(pod, ipv4);
        GuestTable table6 = GuestTable.of(pod, ipv6);
        int mtu = mtu(pod, table4, table6);
        List<String> warnings = new ArrayList<>(
                all.prefixes().stream().skip(1).map(further -> withoutAddress(further, ipv4)).toList());
        warnings.addAll(table4.warnings(mtu));
        warnings.addAll(table6.warnings(mtu));
        return new DhcpConfig(new Values(!pod.hasAddress(), DomainInterface.of(pod, binding).mac(), mtu,
                new Part(ipv4.prefixes(), gateway(table4), classlessRoutes(table4, ipv4)),
                new Part(ipv6.prefixes(), gateway(table6), routesBesidesGateway(table6, ipv6)),
                serverAddress.filter(any -> pod.hasAddress()).map(IpPrefix::address), List.copyOf(warnings)),
                GuestNames.NONE);
    }

    /**
     * The same with what the guest is told of names.
     *
     * @param guestNames such as {@link GuestNames#ofProcess} reads in the pod
     * @return the configuration
     */
    public DhcpConfig withNames(GuestNames guestNames) {
        return new DhcpConfig(values, guestNames);
    }

    private static String withoutAddress(IpPrefix further, FamilyAddresses given) {
        return "the guest does not get the address " + further + ": DHCP gives out one IPv4 address, which is "
                + given.prefixes().get(0);
    }

    private static int mtu(PodInterface pod, GuestTable... tables) {
        return Stream.of(tables).flatMap(table -> table.defaultRoute().stream())
                .map(route -> route.metrics().getOrDefault(Route.METRIC_MTU, 0L)).filter(mtu -> mtu > 0)
                .mapToInt(mtu -> (int) Math.min(mtu, pod.link().mtu())).min().orElse(pod.link().mtu());
    }

    private static Optional<IpAddress> gateway(GuestTable table) {
        return table.toldDefault().flatMap(GuestRoute::gateway);
    }

    /** A client that gets option 121 ignores option 3 (RFC 3442), so the default route stands in the list too, if there is a list. */
    private static List<GuestRoute> classlessRoutes(GuestTable table, FamilyAddresses addresses) {
        List<GuestRoute> routes = RouteOrder.of(table, addresses);
        return routes.isEmpty()
                ? onLinkDefault(table).toList()
                : Stream.concat(routes.stream(), table.toldDefault().stream()).toList();
    }

    private static List<GuestRoute> routesBesidesGateway(GuestTable table, FamilyAddresses addresses) {
        return Stream.concat(RouteOrder.of(table, addresses).stream(), onLinkDefault(table)).toList();
    }

    private static Stream<GuestRoute> onLinkDefault(GuestTable table) {
        return table.toldDefault().filter(GuestRoute::isOnLink).stream();
    }

    /** {@return whether the pod had no address, so that the guest brings its own; then there is nothing but MAC address and MTU here} */
    public boolean ipamDisabled() {
        return values.ipamDisabled;
    }

    /** {@return the guest's MAC address} */
    public MacAddress mac() {
        return values.mac;
    }

    /** {@return the guest's IPv4 address with its subnet: the pod's first; a host's prefix if the pod's has a peer} */
    public Optional<IpPrefix> address() {
        return values.ipv4.addresses.stream().findFirst();
    }

    /** {@return the router (option 3): the gateway of the IPv4 default route of lowest metric that has an IPv4 gateway} */
    public Optional<IpAddress> gateway() {
        return values.ipv4.gateway;
    }

    /**
     * The classless static routes (option 121, RFC 3442): all others but the subnet of the address, in an order in which a client can
     * make them. A client that gets any ignores the router option, so the default route comes last. Of several routes to
     * one destination, the one of the lowest metric is told.
     *
     * @return the routes; none if the gateway says it all
     */
    public List<GuestRoute> routes() {
        return values.ipv4.routes;
    }

    /**
     * The guest's MTU (option 26): the NIC's, or that of a default route of either family ({@code RTAX_MTU}) if that is smaller, since
     * network plugins with a tunnel leave the NIC's at 1500 and say the real one there.
     *
     * @return the largest packet in bytes, without the Ethernet header
     */
    public int mtu() {
        return values.mtu;
    }

    /** {@return the guest's IPv6 addresses with their subnets, without link-local ones, in the kernel's order} */
    public List<IpPrefix> addresses6() {
        return values.ipv6.addresses;
    }

    /** {@return the gateway of the IPv6 default route of lowest metric, often a link-local address} */
    public Optional<IpAddress> gateway6() {
        return values.ipv6.gateway;
    }

    /** {@return the other IPv6 routes, in an order in which they can be made, without the subnets of addresses and the link-local ones} */
    public List<GuestRoute> routes6() {
        return values.ipv6.routes;
    }

    /** {@return the bridge's own address, on which the DHCP server listens} */
    public Optional<IpAddress> serverAddress() {
        return values.serverAddress;
    }

    /** {@return the name servers of either family; DHCP tells the IPv4 ones (option 6); none unless {@link #withNames} was called} */
    public List<IpAddress> dnsServers() {
        return names.resolvConf().nameServers();
    }

    /** {@return the search domains (option 119); none unless {@link #withNames} was called} */
    public List<String> searchDomains() {
        return names.resolvConf().searchDomains();
    }

    /** {@return the guest's host name (option 12); absent unless {@link #withNames} was called} */
    public Optional<HostName> hostName() {
        return names.hostName();
    }

    /** {@return how long the lease is, in seconds (option 51): {@link #INFINITE_LEASE}} */
    public long leaseTime() {
        return INFINITE_LEASE;
    }

    /** {@return what the guest is not told of and why, a sentence each} */
    public List<String> warnings() {
        return Stream.of(values.warnings, names.resolvConf().warnings(), names.warnings()).flatMap(List::stream).toList();
    }

    /**
     * The configuration as one JSON object: ipamDisabled, mac, address, gateway, routes, mtu, addresses6, gateway6, routes6,
     * serverAddress, leaseTime (if there is an address to lease), dnsServers, searchDomains, hostName, warnings, in this order. What is absent or empty is left out; a route on the link has no gateway.
     *
     * @return the object, on one line
     */
    public String toJson() {
        return DhcpJson.of(this).toString();
    }

    /**
     * The same with the VM's interface as its last member, {@code domainInterface}.
     *
     * @param domainInterface the interface
     * @return the object, on one line
     */
    public String toJson(DomainInterface domainInterface) {
        JsonObject json = DhcpJson.of(this);
        json.add("domainInterface", domainInterface.json());
        return json.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DhcpConfig that && values.equals(that.values) && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, names);
    }

    /** {@return the same as {@link #toJson()}} */
    @Override
    public String toString() {
        return toJson();
    }
}
