package io.podbridge.internal.preflight;

import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Whether other links stand in the way: a master, or links that hang on the NIC and make the kernel refuse it as a port. */
final class AttachmentCheck implements Check {
    private final Candidate candidate;

    AttachmentCheck(Candidate candidate) {
        this.candidate = candidate;
    }

    @Override
    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        candidate.nic().master().ifPresent(master -> {
            String name = candidate.observed().link(master).map(Link::name).orElse("#" + master);
            refusals.add(new Refusal(Code.HAS_MASTER, candidate.name() + " is already enslaved to \"" + name
                    + "\"; take it out with: ip link set dev " + candidate.nic().name() + " nomaster"));
        });
        candidate.observed().links().stream().filter(this::hangsOnNic)
                .forEach(upper -> refusals.add(new Refusal(Code.HAS_UPPER_LINK,
                        upper.id() + " (" + upper.kind().map(LinkKind::name).orElse("physical") + ") hangs on " + candidate.name()
                                + ", so that it cannot become a port of a bridge; delete it first")));
        return refusals;
    }

    /** The two ends of a veth pair name each other, and neither hangs on the other. */
    private boolean hangsOnNic(Link link) {
        boolean names = link.peerIndex().equals(OptionalInt.of(candidate.nic().index())) && link.peerNamespaceId().isEmpty();
        return names && !link.isKind(LinkKind.VETH);
    }
}
