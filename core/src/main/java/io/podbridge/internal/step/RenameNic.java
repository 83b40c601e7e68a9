package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import java.util.Optional;

/** Gives the NIC the name {@code eth0-nic}, so that the placeholder can have its own. */
final class RenameNic implements Step {
    private final BindingContext context;

    RenameNic(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-name";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        LinkId nic = context.nic();
        Optional<String> found = observed.link(nic.index()).map(Link::name);
        findings.changeIf(findings.differs("name of the NIC", nic.name(), found),
                new LinkChange.Name(nic.name()));
        findings.request(nic.named(found.orElse(context.podNic().name())));
        return findings.done();
    }
}
