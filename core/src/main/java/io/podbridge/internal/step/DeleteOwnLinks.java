package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import java.util.List;

/**
 * Deletes the links that the binding made: together if they are alone in their group, which waits once, otherwise one by one. It comes when
 * all else was seen to be back, and the group to hold nothing else: where the namespace has no cookie the journal is believed by the bridge
 * alone.
 */
final class DeleteOwnLinks implements Step {
    private final BindingContext context;

    DeleteOwnLinks(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "own-links";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        List<Link> ours = OwnLinksThere.of(context.own(), observed);
        int group = OwnLinksThere.group(context.own());
        ours.forEach(link -> findings.unwanted(link.name()));
        boolean together = ours.size() > 1 && OwnLinksThere.groupIsOurs(context.own(), observed);
        if (together) {
            findings.request(new LinkGroupDelete(group));
        } else {
            ours.forEach(link -> findings.request(new LinkDelete(link.id())));
        }
        findings.mode(Assessment.Mode.AFTER_ANOTHER_LOOK);
        return findings.done();
    }
}
