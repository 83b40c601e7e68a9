package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;

/** Gives the placeholder the NIC's name, before it gets the addresses: a rename would change their labels. */
final class NamePlaceholder implements Step {
    private final BindingContext context;

    NamePlaceholder(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "placeholder-name";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        LinkId wanted = context.own().placeholder();
        String found = observed.own(wanted, context.own().placeholderKind()).map(Link::name)
                .orElse(context.own().temporaryPlaceholderName());
        findings.changeIf(findings.differs("name of placeholder", wanted.name(), found), new LinkChange.Name(wanted.name()));
        findings.request(wanted.named(found));
        return findings.done();
    }
}
