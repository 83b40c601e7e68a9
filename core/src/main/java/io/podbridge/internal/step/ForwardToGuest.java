package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.request.ForwardingReplace;

/**
 * Where the NIC keeps its MAC address, which is the guest's too, the bridge would take for its own what is sent to the guest: so it is told
 * that the address is reached by the tap. That cannot be seen in a link, so it is said whenever the NIC is about to become a port or to go
 * up.
 */
final class ForwardToGuest implements Step {
    private final BindingContext context;

    ForwardToGuest(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "forward-to-guest";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        findings.requestIf(context.nicKeepsMac() && isAboutToChange(observed),
                new ForwardingReplace(context.own().tap(), context.originalMac()));
        return findings.done();
    }

    private boolean isAboutToChange(Observed observed) {
        return !new EnslaveNic(context).assess(observed).holds() || !new RaiseNic(context).assess(observed).holds();
    }
}
