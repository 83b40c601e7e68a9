package io.podbridge.internal.step;

import io.podbridge.binding.OwnLinks;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import java.util.Optional;

/**
 * Makes the tap, with the NIC's MTU, for the VM's user, and makes it a port. Where its index cannot be chosen it is made under a random
 * name that the journal knows, and takes its own once the journal knows its index as well.
 */
final class MakeTap implements Step {
    private final BindingContext context;
    private final OwnLinks own;

    MakeTap(BindingContext context) {
        this.context = context;
        this.own = context.own();
    }

    @Override
    public String name() {
        return "tap";
    }

    @Override
    public Assessment assess(Observed observed) {
        LinkId id = own.tap();
        Optional<Link> tap = observed.own(id, LinkKind.TUN);
        Findings findings = new Findings(name());
        if (tap.isEmpty()) {
            findings.missing("tap " + id.name());
            if (!context.traits().tapIndex()) {
                findings.requestIf(observed.named(own.temporaryTapName()).isEmpty(), tap(own.temporaryTapName()).build());
                findings.mode(Assessment.Mode.LOOK_AGAIN);
                return findings.done();
            }
            findings.request(tap(id.name()).index(id.index()).build());
        }
        attributes(tap, findings);
        return findings.done();
    }

    private LinkAdd.Builder tap(String name) {
        return LinkAdd.tap(name, context.binding().tap()).mtu(context.pod().link().mtu());
    }

    private void attributes(Optional<Link> tap, Findings findings) {
        LinkId id = own.tap();
        int mtu = context.pod().link().mtu();
        if (tap.isPresent()) {
            findings.changeIf(findings.differs("name of " + id.name(), id.name(), tap.get().name()),
                    new LinkChange.Name(id.name()));
            findings.changeIf(findings.differs("MTU of " + id.name(), mtu, tap.get().mtu()), new LinkChange.Mtu(mtu));
            findings.request(id.named(tap.get().name()));
        }
        Ipv6Off.want(context, id, tap, findings);
        int master = tap.isPresent() ? tap.get().master().orElse(0) : 0;
        findings.changeIf(findings.differs("master of " + id.name(), own.bridge().index(), master),
                new LinkChange.Master(own.bridge()));
        boolean up = tap.isPresent() && tap.get().isUp();
        findings.changeIf(findings.differs("state of " + id.name(), "up", up ? "up" : "down"), new LinkChange.Up());
        findings.request(id);
    }
}
