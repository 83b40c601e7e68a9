package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import java.util.Optional;

/** Switches the NIC on, and learning off: the bridge need not learn what the pod's network knows. */
final class RaiseNic implements Step {
    private final BindingContext context;

    RaiseNic(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-up";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        LinkId nic = context.nic();
        Optional<Link> found = observed.link(nic.index());
        // Where it is taken down on the way, it has to come up again, whatever is seen now.
        boolean up = found.isPresent() && found.get().isUp() && new TakeNicDown(context).assess(observed).holds();
        boolean learning = found.flatMap(Link::bridgePort).map(BridgePort::learning).orElse(true);
        findings.changeIf(findings.differs("state of " + nic.name(), "up", up ? "up" : "down"), new LinkChange.Up());
        findings.changeIf(findings.differs("learning of " + nic.name(), "off", learning ? "on" : "off"),
                new LinkChange.Learning(false));
        findings.request(nic);
        return findings.done();
    }
}
