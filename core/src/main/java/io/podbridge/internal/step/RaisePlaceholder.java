package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.Optional;

/**
 * Switches both ends of a placeholder on that is to be up. What the pod's stack sends by it comes out of the other end, which is in the
 * pod too, and where nobody answers: that end has no address and no IPv6.
 */
final class RaisePlaceholder implements Step {
    private final BindingContext context;

    RaisePlaceholder(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "placeholder-up";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        Optional<Link> placeholder = observed.own(context.own().placeholder(), context.own().placeholderKind());
        Optional<Link> there = placeholder.flatMap(link -> observed.link(link.peerIndex().orElse(0)));
        LinkId peer = there.map(Link::id).orElse(context.own().placeholderPeer());
        Ipv6Off.want(context, peer, there, findings);
        raise(peer, there, findings);
        raise(context.own().placeholder(), placeholder, findings);
        return findings.done();
    }

    private static void raise(LinkId id, Optional<Link> link, Findings findings) {
        boolean up = link.map(Link::isUp).orElse(false);
        findings.requestIf(findings.differs("state of " + id.name(), "up", up ? "up" : "down"),
                LinkSet.of(id, new LinkChange.Up()));
    }
}
