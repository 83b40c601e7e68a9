package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.List;

/**
 * Puts the links that the binding made into a group of their own, to delete them at once. {@link DeleteOwnLinks} waits until the group
 * has been looked at again.
 */
final class GroupOwnLinks implements Step {
    private final BindingContext context;

    GroupOwnLinks(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "own-links-group";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        List<Link> ours = OwnLinksThere.of(context.own(), observed);
        int group = OwnLinksThere.group(context.own());
        if (ours.size() > 1 && OwnLinksThere.groupIsOurs(context.own(), observed)) {
            ours.stream().filter(link -> link.group() != group)
                    .forEach(link -> findings.request(LinkSet.of(link.id(), new LinkChange.Group(group))));
        }
        // A tap that its VM takes away at this moment is not to keep the pod from its network.
        findings.mode(Assessment.Mode.EACH_FOR_ITSELF);
        return findings.done();
    }
}
