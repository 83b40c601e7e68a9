package io.podbridge.tests.shapes;

import io.podbridge.PreparedPod;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestRoute;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import java.util.List;
import java.util.stream.Stream;

/** What has become of a pod, in lines: what the placeholder has, and what the guest is told, each list in its order. */
final class Told {

    private Told() {}

    static List<String> lines(NetlinkHandler handler, PreparedPod prepared) {
        Link placeholder = handler.linkByName(prepared.podInterface().name()).orElseThrow();
        Stream<String> addresses = handler.addrList().stream().filter(address -> address.linkIndex() == placeholder.index())
                .map(Told::address);
        return Stream.concat(addresses, guest(prepared.dhcpConfig())).toList();
    }

    private static String address(InterfaceAddress address) {
        return "has " + address.peer().map(peer -> address.address() + " peer " + peer + "/" + address.prefix().length())
                .orElse(address.prefix().toString());
    }

    private static Stream<String> guest(DhcpConfig config) {
        return Stream.of(Stream.of("no address").filter(line -> config.ipamDisabled()),
                config.address().stream().map(address -> "address " + address),
                config.gateway().stream().map(gateway -> "gateway " + gateway),
                config.routes().stream().map(Told::route),
                config.addresses6().stream().map(address -> "address " + address),
                config.gateway6().stream().map(gateway -> "gateway " + gateway),
                config.routes6().stream().map(Told::route),
                Stream.of("mtu " + config.mtu()),
                config.warnings().stream().map(warning -> "warning: " + warning)).flatMap(lines -> lines);
    }

    private static String route(GuestRoute route) {
        return "route " + route;
    }
}
