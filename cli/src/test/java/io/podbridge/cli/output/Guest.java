package io.podbridge.cli.output;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the guests of some pods are told. */
final class Guest {
    private static final Link NIC = Link.builder(2, "eth0").mtu(1450)
            .hardwareAddress(HardwareAddress.parse("0a:58:0a:f4:01:07")).build();

    private Guest() {}

    static DhcpConfig of(List<Route> routes, String... addresses) {
        PodInterface pod = PodInterface.builder(NIC, Instant.EPOCH).addresses(Arrays.stream(addresses)
                .map(address -> InterfaceAddress.builder(2, IpPrefix.parse(address)).build()).toList()).routes(routes).build();
        return DhcpConfig.of(pod, BridgeBinding.of("eth0"), Optional.of(BridgeBinding.fakeAddress(0)));
    }

    static Route via(String destination, String gateway) {
        return Route.builder(IpPrefix.parse(destination))
                .nextHops(List.of(NextHop.builder().linkIndex(2).gateway(IpAddress.parse(gateway)).build())).build();
    }

    static Route onLink(String destination) {
        return Route.builder(IpPrefix.parse(destination)).scope(Scope.LINK)
                .nextHops(List.of(NextHop.builder().linkIndex(2).build())).build();
    }
}
