package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;

/** Switches IPv6 off on the NIC before it goes up as a port. */
final class SilenceNic implements Step {
    private final BindingContext context;

    SilenceNic(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-ipv6";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        Ipv6Off.want(context, context.nic(), observed.link(context.nic().index()), findings);
        return findings.done();
    }
}
