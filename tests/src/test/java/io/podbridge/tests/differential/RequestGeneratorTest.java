package io.podbridge.tests.differential;

import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TxChecksumOff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestGeneratorTest {
    private static final List<Class<?>> REQUESTS = List.of(LinkAdd.class, LinkSet.class, LinkDelete.class, LinkGroupDelete.class,
            AddressAdd.class, AddressReplace.class, AddressDelete.class, RouteReplace.class, RouteAppend.class, RouteDelete.class,
            NeighbourReplace.class, NeighbourDelete.class, SysctlSet.class, TxChecksumOff.class);

    /** The steps of a sequence with their outcomes, on a kernel in memory. */
    private record Run(List<Step> steps, List<List<Outcome>> outcomes) {
        static Run of(long seed) {
            RequestGenerator generator = new RequestGenerator(seed, true);
            Run run = new Run(new ArrayList<>(), new ArrayList<>());
            try (Subject subject = Subjects.fake(Set.of(), UnaryOperator.identity())) {
                for (int i = 0; i < 100; i++) {
                    Step step = generator.next(subject::sight);
                    run.steps.add(step);
                    run.outcomes.add(subject.perform(step));
                }
            }
            return run;
        }

        private void collect(Map<String, Set<Class<?>>> kinds) {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof Step.Execute(var place, var requests)) {
                    for (int k = 0; k < requests.size(); k++) {
                        String word = outcomes.get(i).get(k).word();
                        kinds.computeIfAbsent(word, first -> new HashSet<>()).addAll(kinds(requests.get(k)));
                    }
                }
            }
        }

        private static Collection<Class<?>> kinds(NetlinkRequest request) {
            Stream<Class<?>> changes = request instanceof LinkSet set
                    ? set.changes().stream().map(LinkChange::getClass)
                    : Stream.empty();
            return Stream.<Class<?>>concat(Stream.of(request.getClass()), changes).toList();
        }
    }

    @Test
    void theSameSeedMakesTheSameSequenceAndAnotherOneAnother() {
        assertThat(Run.of(7).steps).isEqualTo(Run.of(7).steps).isNotEqualTo(Run.of(8).steps).hasSize(100);
    }

    @Test
    void everyRequestAndChangeIsMadeAndSucceedsAndNearlyAllFailAtTimes() {
        Map<String, Set<Class<?>>> kinds = new TreeMap<>();
        LongStream.range(0, 40).mapToObj(Run::of).forEach(run -> run.collect(kinds));
        assertThat(kinds.keySet()).contains("DONE", "NOT_SENT", "EXISTS", "NOT_FOUND", "INVALID", "UNSUPPORTED", "BUSY");
        assertThat(kinds.get("DONE")).containsAll(REQUESTS);
        assertThat(kinds.get("DONE").stream().filter(LinkChange.class::isAssignableFrom))
                .hasSize(LinkChange.class.getClasses().length);
        kinds.remove("DONE");
        kinds.remove("NOT_SENT");
        assertThat(kinds.values().stream().flatMap(Set::stream)).containsAll(REQUESTS);
    }
}
