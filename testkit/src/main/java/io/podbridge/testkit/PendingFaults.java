package io.podbridge.testkit;

import io.podbridge.netlink.request.NetlinkRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults of one {@link FakeKernel#inject}, what has been counted since, and which of them have struck. */
final class PendingFaults {
    private final List<Pending> all;
    private final Map<Deed.Sort, Integer> counts = new EnumMap<>(Deed.Sort.class);

    PendingFaults(Faults faults) {
        this.all = faults.all().stream().map(Pending::new).toList();
    }

    /** A fault, and how often it has struck. */
    private static final class Pending {
        private final Fault fault;
        private int struck;

        private Pending(Fault fault) {
            this.fault = fault;
        }

        private boolean mayStrike(Deed deed) {
            return struck < fault.times().orElse(Integer.MAX_VALUE) && fault.moment().isNow(deed);
        }

        private Blow strike() {
            struck++;
            return fault.blow();
        }
    }

    /** What may strike one request: every fault that is meant for it, each after its own part. */
    static final class Strike {
        private final List<Pending> meant;
        private final int parts;

        private Strike(List<Pending> meant, int parts) {
            this.meant = meant;
            this.parts = parts;
        }

        /** What strikes when some parts are done; what comes after parts that the request does not have, comes after its last. */
        Optional<Blow> at(int done) {
            return meant.stream().filter(pending -> Math.min(pending.fault.parts(), parts) == done).findFirst()
                    .map(Pending::strike);
        }
    }

    /** Counts a request. */
    Strike request(NetlinkRequest request, int parts, Set<String> links) {
        Deed deed = new Deed(Deed.Sort.REQUEST, count(Deed.Sort.REQUEST), Optional.of(request), links);
        return new Strike(meantFor(deed), parts);
    }

    /** Counts what is no request, and says what strikes it. */
    Optional<Blow> other(Deed.Sort sort) {
        return meantFor(new Deed(sort, count(sort), Optional.empty(), Set.of())).stream().findFirst().map(Pending::strike);
    }

    private int count(Deed.Sort sort) {
        return counts.merge(sort, 1, Integer::sum);
    }

    private List<Pending> meantFor(Deed deed) {
        return all.stream().filter(pending -> pending.mayStrike(deed)).toList();
    }

    /** {@return those that have not struck yet, in words} */
    List<String> unstruck() {
        return all.stream().filter(pending -> pending.struck == 0).map(pending -> pending.fault.toString()).toList();
    }
}
