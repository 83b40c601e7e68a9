package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.Optional;

/** Takes the NIC out of the bridge, and gives it its MAC address back. */
final class FreeNic implements Step {
    private final BindingContext context;

    FreeNic(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-free";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        Optional<Link> found = observed.link(context.podNic().index());
        if (found.isEmpty()) {
            return findings.done();
        }
        Link nic = found.get();
        MacAddress mac = context.originalMac();
        boolean otherMac = findings.differs("MAC address of the NIC", mac, nic.mac());
        boolean enslaved = findings.differs("master of the NIC", "none", nic.master().isPresent() ? "a bridge" : "none");
        boolean otherName = !nic.name().equals(context.podNic().name());
        LinkId id = nic.id();
        findings.requestIf(nic.isUp() && (otherMac || enslaved || otherName), LinkSet.of(id, new LinkChange.Down()));
        findings.changeIf(otherMac, new LinkChange.Mac(mac));
        findings.changeIf(enslaved, new LinkChange.NoMaster());
        findings.request(id);
        return findings.done();
    }
}
