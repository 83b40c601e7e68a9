package io.podbridge.internal.preflight;

import java.util.ArrayList;
import java.util.List;

/** What does not stand in the way, but works less well. */
final class Warnings {

    private Warnings() {}

    static List<String> of(Candidate candidate) {
        List<String> warnings = new ArrayList<>();
        if (candidate.nic().xdpAttached()) {
            warnings.add(
                    "an XDP program is attached to " + candidate.name() + " and sees the guest's packets before the bridge does");
        }
        if (candidate.nic().qdisc().map("clsact"::equals).orElse(false)) {
            warnings.add(candidate.name() + " has a clsact queueing discipline, whose programs see the guest's packets");
        }
        if (!candidate.pod().hasAddress()) {
            warnings.add(candidate.name() + " has no address of its own: the guest is told none, and has to bring one");
        }
        return warnings;
    }
}
