package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.List;
import java.util.Optional;

/** Takes the pod's name from the placeholder; the addresses stay on it for now. */
final class YieldName implements Step {
    private final BindingContext context;

    YieldName(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "placeholder-yields";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        Optional<Link> placeholder = observed.own(context.own().placeholder(), context.own().placeholderKind());
        placeholder.filter(link -> link.name().equals(context.podNic().name())).ifPresent(link -> {
            LinkChange rename = new LinkChange.Name(context.own().temporaryPlaceholderName());
            findings.request(LinkSet.of(link.id(), link.isUp() ? List.of(new LinkChange.Down(), rename) : List.of(rename)));
        });
        return findings.done();
    }
}
