package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkChange;
import java.util.Optional;

/** Gives the NIC the bridge's MAC address, since the guest has its own now, unless it works with none but its own; and makes it a port. */
final class EnslaveNic implements Step {
    private final BindingContext context;

    EnslaveNic(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-port";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        LinkId nic = context.nic();
        LinkId bridge = context.own().bridge();
        MacAddress mac = context.portMac();
        Optional<Link> found = observed.link(nic.index());
        findings.changeIf(findings.differs("MAC address of " + nic.name(), mac, found.flatMap(Link::mac)),
                new LinkChange.Mac(mac));
        int master = found.map(link -> link.master().orElse(0)).orElse(0);
        findings.changeIf(findings.differs("master of " + nic.name(), bridge.index(), master), new LinkChange.Master(bridge));
        findings.request(nic);
        return findings.done();
    }
}
