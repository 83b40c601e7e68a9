package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.Optional;

/**
 * Takes the NIC down, if it is to be renamed or to get another MAC address. From here on the pod is without its network, and everything
 * that can fail for want of a driver, a name or a right has been done.
 */
final class TakeNicDown implements Step {
    private final BindingContext context;

    TakeNicDown(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-down";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        Optional<Link> nic = observed.link(context.nic().index());
        boolean touch = nic.isPresent() && nic.get().isUp() && !context.mending() && !isPort(nic.get());
        if (touch) {
            findings.request(LinkSet.of(nic.get().id(), new LinkChange.Down()));
            if (!context.traits().writableSysctl()) {
                // StripNic deletes what IPv6 addresses are left, and these go with the NIC.
                findings.mode(Assessment.Mode.LOOK_AGAIN);
            }
        }
        return findings.done();
    }

    private boolean isPort(Link nic) {
        return nic.name().equals(context.nic().name()) && nic.mac().equals(Optional.of(context.portMac()))
                && nic.master().orElse(0) == context.own().bridge().index();
    }
}
