package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.request.NeighbourReplace;
import java.util.List;

/** Gives the NIC the configured entries of its neighbour tables back. */
final class NeighboursBack implements Step {
    private final BindingContext context;

    NeighboursBack(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "neighbours-back";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        LinkId nic = context.podNic();
        if (observed.link(nic.index()).isEmpty()) {
            return findings.done();
        }
        List<Neighbour> there = observed.neighbours().stream().filter(found -> found.linkIndex() == nic.index()).toList();
        context.pod().neighbours().stream().map(NeighboursBack::unresolved)
                .filter(wanted -> there.stream().noneMatch(found -> same(found, wanted)))
                .forEach(missing -> {
                    findings.missing("neighbour " + missing + " of the NIC");
                    findings.request(new NeighbourReplace(nic, missing));
                });
        return findings.done();
    }

    private static boolean same(Neighbour found, Neighbour wanted) {
        boolean resolved = wanted.isManaged() || found.hardwareAddress().equals(wanted.hardwareAddress());
        return found.address().equals(wanted.address()) && resolved && found.isProxy() == wanted.isProxy()
                && found.isConfigured();
    }

    /** Where a managed neighbour is, the kernel finds out anew. */
    private static Neighbour unresolved(Neighbour neighbour) {
        if (!neighbour.isManaged()) {
            return neighbour;
        }
        Neighbour.Builder bare = Neighbour.builder(neighbour.linkIndex(), neighbour.address()).flags(neighbour.flags());
        neighbour.protocol().ifPresent(bare::protocol);
        return bare.build();
    }
}
