package io.podbridge.internal.step;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.SysctlSet;
import java.util.Optional;

/**
 * Keeps the pod's own stack from speaking IPv6 on a link, before that link goes up: it would send MLD, duplicate address detection and
 * router solicitations there, and leak the guest's MAC address. Where {@code /proc/sys} cannot be written, the link at least makes no
 * address.
 */
final class Ipv6Off {

    private Ipv6Off() {}

    static void want(BindingContext context, LinkId id, Optional<Link> link, Findings findings) {
        if (!context.hasIpv6()) {
            return;
        }
        if (context.traits().writableSysctl()) {
            boolean on = findings.differs("IPv6 of " + id.name(), "off", isOff(link) ? "off" : "on");
            findings.requestIf(on, new SysctlSet(Sysctl.ofLink(IpFamily.IPV6, id, "disable_ipv6"), "1"));
        } else {
            Optional<AddrGenMode> mode = link.flatMap(Link::addrGenMode);
            boolean makesAddress = findings.differs("addrgenmode of " + id.name(), AddrGenMode.NONE, mode);
            findings.requestIf(makesAddress, LinkSet.of(id, new LinkChange.AddrGen(AddrGenMode.NONE)));
        }
    }

    /** A link whose MTU is too small for IPv6 has none, and no setting for it. */
    private static boolean isOff(Optional<Link> link) {
        return link.isPresent() && link.get().ipv6Disabled().orElse(true);
    }
}
