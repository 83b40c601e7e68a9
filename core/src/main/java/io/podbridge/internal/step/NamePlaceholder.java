package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import java.util.Optional;

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
        Optional<Link> placeholder = observed.own(wanted, context.own().placeholderKind());
        String found = placeholder.map(Link::name).orElse(context.own().temporaryPlaceholderName());
        boolean otherName = findings.differs("name of placeholder", wanted.name(), found);
        findings.changeIf(otherName && placeholder.map(Link::isUp).orElse(false), new LinkChange.Down());
        findings.changeIf(otherName, new LinkChange.Name(wanted.name()));
        findings.request(wanted.named(found));
        return findings.done();
    }
}
