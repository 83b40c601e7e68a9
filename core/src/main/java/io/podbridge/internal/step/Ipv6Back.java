package io.podbridge.internal.step;

import io.podbridge.internal.pod.NicSettings;
import io.podbridge.internal.pod.Observed;
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
 * Switches IPv6 back on where it was, with duplicate address detection off while addresses are to come back: the kernel takes no route
 * whose source is still tentative.
 */
final class Ipv6Back implements Step {
    private final BindingContext context;

    Ipv6Back(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-ipv6-back";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        LinkId nic = context.podNic();
        Sysctl acceptDad = NicSettings.acceptDad(nic);
        Optional<String> captured = Optional.ofNullable(context.pod().sysctls().get(NicSettings.disableIpv6(nic)));
        String found = observed.link(nic.index()).flatMap(Link::ipv6Disabled).map(off -> off ? "1" : "0").orElse("");
        boolean missing = Addresses.missing(context, observed, IpFamily.IPV6).findAny().isPresent();
        boolean detects = !"0".equals(observed.sysctls().getOrDefault(acceptDad, "0"));
        if (context.traits().writableSysctl() && captured.isPresent()) {
            findings.requestIf(missing && detects, new SysctlSet(acceptDad, "0"));
            findings.requestIf(!found.isEmpty() && findings.differs("disable_ipv6 of the NIC", captured.get(), found),
                    new SysctlSet(NicSettings.disableIpv6(nic), captured.get()));
        }
        addrGenMode(observed, findings);
        return findings.done();
    }

    private void addrGenMode(Observed observed, Findings findings) {
        Optional<AddrGenMode> captured = context.pod().link().addrGenMode();
        Optional<AddrGenMode> found = observed.link(context.podNic().index()).flatMap(Link::addrGenMode);
        boolean other = captured.isPresent() && found.isPresent()
                && findings.differs("addrgenmode of the NIC", captured.get(), found.get());
        if (other) {
            findings.request(LinkSet.of(context.podNic(), new LinkChange.AddrGen(captured.get())));
        }
    }
}
