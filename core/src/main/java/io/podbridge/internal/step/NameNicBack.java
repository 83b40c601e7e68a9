package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;

/** Gives the NIC its name back, before it gets its addresses: a rename would change their labels. */
final class NameNicBack implements Step {
    private final BindingContext context;

    NameNicBack(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-name-back";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        LinkId nic = context.podNic();
        observed.link(nic.index()).ifPresent(link -> {
            findings.changeIf(findings.differs("name of the NIC", nic.name(), link.name()), new LinkChange.Name(nic.name()));
            findings.request(link.id());
        });
        return findings.done();
    }
}
