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
        context.pod().neighbours().stream().filter(wanted -> there.stream().noneMatch(found -> same(found, wanted)))
                .forEach(missing -> {
                    findings.differs("neighbour " + missing + " of the NIC", "there", "absent");
                    findings.request(new NeighbourReplace(nic, missing));
                });
        return findings.done();
    }

    private static boolean same(Neighbour one, Neighbour other) {
        return one.address().equals(other.address()) && one.hardwareAddress().equals(other.hardwareAddress())
                && one.isProxy() == other.isProxy() && one.isConfigured();
    }
}
