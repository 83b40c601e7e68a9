package io.podbridge.tests.differential;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.SysctlSet;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done in both namespaces of both subjects before a sequence: a new namespace may have the settings of the machine, and the
 * veth pair that joins the two has random MAC addresses. Duplicate address detection takes seconds, so it is switched off.
 */
final class Prelude {
    private static final List<String> ZERO_4 = List.of("arp_ignore", "promote_secondaries", "forwarding");
    private static final List<String> ZERO_6 = List.of("disable_ipv6", "accept_dad", "dad_transmits", "accept_ra",
            "router_solicitations",
            "forwarding");

    private Prelude() {}

    static Step of(Place place, Sight sight) {
        List<NetlinkRequest> requests = new ArrayList<>();
        for (String scope : List.of("all", "default")) {
            ZERO_4.forEach(setting -> requests.add(zero(Sysctl.of("net", "ipv4", "conf", scope, setting))));
            ZERO_6.forEach(setting -> requests.add(zero(Sysctl.of("net", "ipv6", "conf", scope, setting))));
        }
        for (Link link : sight.links()) {
            ZERO_4.forEach(setting -> requests.add(zero(Sysctl.ofLink(IpFamily.IPV4, link.id(), setting))));
            ZERO_6.forEach(setting -> requests.add(zero(Sysctl.ofLink(IpFamily.IPV6, link.id(), setting))));
        }
        requests.add(LinkSet.of(joint(place, sight), new LinkChange.Mac(Scenery.MACS.get(place == Place.HERE ? 0 : 1))));
        return new Step.Execute(place, requests);
    }

    private static NetlinkRequest zero(Sysctl key) {
        return new SysctlSet(key, "0");
    }

    private static LinkId joint(Place place, Sight sight) {
        String name = place == Place.HERE ? Scenery.NEAR_END : Scenery.FAR_END;
        return sight.links().stream().filter(link -> link.name().equals(name)).findFirst().orElseThrow().id();
    }
}
