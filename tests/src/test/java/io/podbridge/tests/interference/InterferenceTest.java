package io.podbridge.tests.interference;

import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.tests.matrix.ChangingVerb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While a pod is bound or released, or after the process that did it died, somebody else changes it: the verb mends that, or refuses with
 * a sentence; nobody else's link is touched; and in the end the pod is as it was.
 */
@ExtendWith(NetnsExtension.class)
class InterferenceTest {
    private static final int SEARCHES = 5;
    private static final int FAR_MORE_THAN_A_VERB_SENDS = 1000;
    private static final boolean LONG = Boolean.getBoolean("podbridge.long");

    @TempDir
    Path scratch;
    private int runs;
    private int met;
    private int mended;

    static Stream<Interference> interferences() {
        return Interference.all();
    }

    @ParameterizedTest
    @MethodSource("interferences")
    void inMemoryBehindEveryRequest(Interference interference) {
        everywhere(Place.IN_MEMORY, interference, 1, 1);
        assertThat(met).isPositive();
        everywhere(Place.IN_MEMORY_WITHOUT_COOKIE, interference, 1, LONG ? 1 : 3);
        report("in memory", interference);
    }

    /** A pod takes its time there, so a few requests have to do, of those behind which there is something to interfere with in memory. */
    @ParameterizedTest
    @MethodSource("interferences")
    void onTheRealKernel(Interference interference) {
        boolean meets = false;
        for (ChangingVerb verb : ChangingVerb.values()) {
            List<Integer> requests = requestsToMeet(interference, verb);
            meets |= !requests.isEmpty();
            int stride = LONG ? 3 : Math.max(1, requests.size());
            int start = Math.floorMod(interference.name().hashCode(), Math.max(1, Math.min(stride, requests.size())));
            for (int at = start; at < requests.size(); at += stride) {
                meetAbout(requests.get(at), interference, verb);
            }
        }
        assertThat(met > 0).isEqualTo(meets);
        report("on the real kernel", interference);
    }

    /** What the kernel does by itself, or has not done yet, takes a request more or less each time: so it is looked for more than once. */
    private void meetAbout(int request, Interference interference, ChangingVerb verb) {
        int before = met;
        for (int search = 0; met == before && search < SEARCHES; search++) {
            searchFrom(search == 0 ? Math.max(1, request - 1) : 1, interference, verb, Sequel.of(request));
        }
    }

    private void searchFrom(int request, Interference interference, ChangingVerb verb, List<Sequel> sequels) {
        int before = met;
        boolean came = true;
        for (int behind = request; came && met == before && behind < FAR_MORE_THAN_A_VERB_SENDS; behind++) {
            came = meetBehind(Place.KERNEL, interference, verb, behind, sequels);
        }
    }

    private List<Integer> requestsToMeet(Interference interference, ChangingVerb verb) {
        List<Integer> requests = new ArrayList<>();
        boolean came = true;
        for (int request = 1; came && request < FAR_MORE_THAN_A_VERB_SENDS; request++) {
            try (Encounter encounter = new Encounter(Place.MODEL_OF_KERNEL, scratch.resolve(Integer.toString(runs++)))) {
                Stranger stranger = encounter.meet(verb, interference,
                        new Stranger.Moment(request, interference.onlyOfTheDead()));
                came = stranger.came();
                if (stranger.left().isPresent()) {
                    requests.add(request);
                }
            }
        }
        return requests;
    }

    private void report(String where, Interference interference) {
        System.out.println("interference: " + interference + ": " + where + " at " + met + " points, mended at " + mended
                + ", refused with a sentence at " + (met - mended) + ", all recovered");
    }

    private void everywhere(Place place, Interference interference, int start, int stride) {
        for (ChangingVerb verb : ChangingVerb.values()) {
            boolean came = true;
            for (int request = start; came && request < FAR_MORE_THAN_A_VERB_SENDS; request += stride) {
                came = meetBehind(place, interference, verb, request, LONG ? Sequel.all() : Sequel.of(request));
            }
        }
    }

    private boolean meetBehind(Place place, Interference interference, ChangingVerb verb, int request, List<Sequel> sequels) {
        boolean came = true;
        for (Sequel sequel : sequels) {
            boolean deadly = sequel.deadly() || interference.onlyOfTheDead();
            came = meet(place, interference, verb, new Stranger.Moment(request, deadly), sequel.next());
        }
        return came;
    }

    /** {@return whether the verb got so far} */
    private boolean meet(Place place, Interference interference, ChangingVerb verb, Stranger.Moment moment, ChangingVerb next) {
        try (Encounter encounter = new Encounter(place, scratch.resolve(Integer.toString(runs++)))) {
            Stranger stranger = encounter.meet(verb, interference, moment);
            stranger.left().ifPresent(left -> judge(place, encounter, interference, next, left));
            return stranger.came();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(interference + ", " + verb + ", " + moment + ", then " + next, e);
        }
    }

    private void judge(Place place, Encounter encounter, Interference interference, ChangingVerb next, Cast left) {
        met++;
        if (encounter.recover(next, left)) {
            mended++;
        }
        NamespaceState end = encounter.end();
        List<String> difference = encounter.before().difference(end);
        if (!difference.isEmpty()) {
            assertThat(Untouched.after(place.make(), interference, left.record()).difference(end))
                    .as("without a binding; with it %s", difference).isEmpty();
        }
    }
}
