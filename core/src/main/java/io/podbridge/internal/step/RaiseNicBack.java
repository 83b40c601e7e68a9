package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.Optional;

/** Switches the NIC on if it was on, off if it was off. */
final class RaiseNicBack implements Step {
    private final BindingContext context;

    RaiseNicBack(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-up-back";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        Optional<Link> found = observed.link(context.podNic().index());
        boolean wanted = context.pod().link().isUp();
        // Where it is taken down on the way, it has to come up again, whatever is seen now.
        boolean goesDown = new FreeNic(context).assess(observed).requests().stream().anyMatch(RaiseNicBack::takesDown);
        found.ifPresent(nic -> {
            boolean up = nic.isUp() && !goesDown;
            boolean differs = findings.differs("state of the NIC", wanted ? "up" : "down", up ? "up" : "down");
            findings.requestIf(differs, LinkSet.of(context.podNic(), wanted ? new LinkChange.Up() : new LinkChange.Down()));
            findings.mode(differs ? Assessment.Mode.LOOK_AGAIN : Assessment.Mode.STRICT);
        });
        return findings.done();
    }

    private static boolean takesDown(Object request) {
        return request instanceof LinkSet set && set.change(LinkChange.Down.class).isPresent();
    }
}
