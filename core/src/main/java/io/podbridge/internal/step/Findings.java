package io.podbridge.internal.step;

import io.podbridge.binding.Drift;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what a step finds; not for several threads. */
final class Findings {
    private final String step;
    private final List<Drift> drift = new ArrayList<>();
    private final List<NetlinkRequest> requests = new ArrayList<>();
    private final List<LinkChange> changes = new ArrayList<>();
    private Assessment.Mode mode = Assessment.Mode.STRICT;

    Findings(String step) {
        this.step = step;
    }

    /** Notes what differs. {@return whether it does} */
    boolean differs(String what, Object wanted, Object found) {
        if (wanted.equals(found)) {
            return false;
        }
        drift.add(new Drift(what, wanted.toString(), found.toString(), step));
        return true;
    }

    /** Notes that something is not there. */
    void missing(String what) {
        drift.add(Drift.missing(what, step));
    }

    /** Notes that something is there that should not be. */
    void unwanted(String what) {
        drift.add(Drift.unwanted(what, step));
    }

    /** Notes what differs; an absent value does too. {@return whether it does} */
    boolean differs(String what, Object wanted, Optional<?> found) {
        return differs(what, wanted, found.isPresent() ? found.get() : Drift.ABSENT);
    }

    /** Adds a change of a link if something differs; {@link #request(LinkId)} makes one request of all. */
    void changeIf(boolean differs, LinkChange change) {
        if (differs) {
            changes.add(change);
        }
    }

    /** Makes one request of the changes that were collected since the last. */
    void request(LinkId link) {
        if (!changes.isEmpty()) {
            requests.add(LinkSet.of(link, changes));
            changes.clear();
        }
    }

    void request(NetlinkRequest request) {
        requests.add(request);
    }

    void requestIf(boolean differs, NetlinkRequest request) {
        if (differs) {
            requests.add(request);
        }
    }

    void mode(Assessment.Mode how) {
        mode = how;
    }

    Assessment done() {
        return new Assessment(drift, requests, mode);
    }
}
