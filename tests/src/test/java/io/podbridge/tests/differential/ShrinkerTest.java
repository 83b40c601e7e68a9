package io.podbridge.tests.differential;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShrinkerTest {
    private static final Pairing NOBODY = new Pairing("one", () -> {
        throw new AssertionError("nothing is carried out");
    }, "other", () -> {
        throw new AssertionError("nothing is carried out");
    });
    private static final Duration LONG = Duration.ofDays(1);

    private static NetlinkRequest delete(int index) {
        return new LinkDelete(new LinkId(index, "v" + index));
    }

    private static List<Step> deletions(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> (Step) Step.Execute.of(Place.HERE, delete(i))).toList();
    }

    private static Finding finding(List<Step> steps) {
        return new Finding(NOBODY, 1, steps, new Difference(List.of("a line")));
    }

    private static List<Step> shrink(List<Step> steps, Predicate<List<Step>> differs) {
        return Shrinker.shrink(finding(steps), fewer -> Optional.of(fewer).filter(differs).map(ShrinkerTest::finding), LONG)
                .steps();
    }

    @Test
    void stepsThatAreNeededTogetherAreKeptAndNoOthers() {
        List<Step> all = deletions(100);
        List<Step> needed = List.of(all.get(3), all.get(41), all.get(99));
        assertThat(shrink(all, steps -> steps.containsAll(needed))).isEqualTo(needed);
    }

    @Test
    void requestsOfOneStepAreLeftOutOneByOne() {
        List<Step> together = List.of(Step.Execute.of(Place.THERE, delete(1), delete(2), delete(3)));
        assertThat(shrink(together, steps -> steps.toString().contains("v2")))
                .isEqualTo(List.of(Step.Execute.of(Place.THERE, delete(2))));
    }

    @Test
    void changesOfOneRequestAreLeftOutOneByOne() {
        LinkId link = new LinkId(7, "v7");
        List<Step> fused = List.of(Step.Execute.of(Place.HERE, LinkSet.of(link, new LinkChange.Up(), new LinkChange.Mtu(1400),
                new LinkChange.Group(5))));
        assertThat(shrink(fused, steps -> steps.toString().contains("mtu")))
                .isEqualTo(List.of(Step.Execute.of(Place.HERE, LinkSet.of(link, new LinkChange.Mtu(1400)))));
    }

    @Test
    void whatAReplayDidNotComeToIsLeftOutAsWell() {
        List<Step> all = deletions(8);
        List<Step> shrunk = Shrinker.shrink(finding(all), fewer -> {
            int place = fewer.indexOf(all.get(2));
            return place < 0 ? Optional.empty() : Optional.of(finding(fewer.subList(0, place + 1)));
        }, LONG).steps();
        assertThat(shrunk).isEqualTo(List.of(all.get(2)));
    }

    @Test
    void whenTheTimeIsOverWhatWasFoundIsKept() {
        List<List<Step>> asked = Collections.synchronizedList(new ArrayList<>());
        List<Step> all = deletions(8);
        Finding shrunk = Shrinker.shrink(finding(all), fewer -> {
            asked.add(fewer);
            return Optional.empty();
        }, Duration.ofNanos(-1));
        assertThat(shrunk.steps()).isEqualTo(all);
        assertThat(asked).isEmpty();
    }
}
