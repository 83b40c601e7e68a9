package io.podbridge.internal.step;

import io.podbridge.binding.OwnLinks;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the links that a binding made are there. */
final class OwnLinksThere {

    private OwnLinksThere() {}

    static List<Link> of(OwnLinks own, Observed observed) {
        Optional<Link> unfinishedTap = observed.named(own.temporaryTapName()).filter(link -> link.isKind(LinkKind.TUN));
        return Stream.of(observed.own(own.bridge(), LinkKind.BRIDGE), observed.own(own.tap(), LinkKind.TUN),
                observed.own(own.placeholder(), own.placeholderKind()), unfinishedTap).flatMap(Optional::stream).distinct()
                .toList();
    }

    /**
     * The group by which they are deleted together, made from the random stem of the binding's names. It is a positive number, since
     * ip(8) takes no other.
     */
    static int group(OwnLinks own) {
        return (own.temporaryStem().hashCode() & Integer.MAX_VALUE) | 1 << 30;
    }

    /** {@return whether nothing else is in that group} */
    static boolean groupIsOurs(OwnLinks own, Observed observed) {
        List<Link> ours = of(own, observed);
        return observed.links().stream().filter(link -> link.group() == group(own)).allMatch(ours::contains);
    }
}
