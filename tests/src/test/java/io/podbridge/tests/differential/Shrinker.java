package io.podbridge.tests.differential;

import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a sequence shorter as long as it still finds a difference (delta debugging): ever smaller pieces are left out, then single
 * requests of a step, then single changes of a request.
 */
final class Shrinker {
    private final Function<List<Step>, Optional<Finding>> replay;
    private final long end;
    private Finding best;

    private Shrinker(Finding finding, Function<List<Step>, Optional<Finding>> replay, Duration longest) {
        this.replay = replay;
        this.end = System.nanoTime() + longest.toNanos();
        this.best = finding;
    }

    /** When the time is over, what has been reached until then is good enough. */
    static Finding shrink(Finding finding, Function<List<Step>, Optional<Finding>> replay, Duration longest) {
        Shrinker shrinker = new Shrinker(finding, replay, longest);
        shrinker.leaveOutPieces();
        while (shrinker.improveBy(Shrinker::smaller)) {
            shrinker.leaveOutPieces();
        }
        return shrinker.best;
    }

    private void leaveOutPieces() {
        for (int size = Math.max(1, best.steps().size() / 2); size >= 1; size /= 2) {
            int piece = size;
            while (improveBy(steps -> without(steps, piece))) {
                // The same size again: what could not be left out before may be no longer needed.
            }
        }
    }

    private boolean improveBy(Function<List<Step>, Stream<List<Step>>> candidates) {
        Optional<Finding> better = candidates.apply(best.steps()).takeWhile(steps -> System.nanoTime() < end).map(replay)
                .flatMap(Optional::stream).findFirst();
        better.ifPresent(found -> best = found);
        return better.isPresent();
    }

    /** From the end, since the last step is needed and those before it hang on the first ones. */
    private static Stream<List<Step>> without(List<Step> steps, int size) {
        int pieces = (steps.size() + size - 1) / size;
        return IntStream.range(0, pieces).map(i -> pieces - 1 - i).mapToObj(i -> {
            List<Step> rest = new ArrayList<>(steps);
            rest.subList(i * size, Math.min(steps.size(), (i + 1) * size)).clear();
            return rest;
        });
    }

    private static Stream<List<Step>> smaller(List<Step> steps) {
        return IntStream.range(0, steps.size()).boxed().flatMap(i -> smaller(steps.get(i)).map(step -> with(steps, i, step)));
    }

    private static Stream<Step> smaller(Step step) {
        if (!(step instanceof Step.Execute(var place, var requests))) {
            return Stream.empty();
        }
        Stream<List<NetlinkRequest>> fewer = requests.size() == 1 ? Stream.empty() : allButOne(requests);
        Stream<List<NetlinkRequest>> lesser = IntStream.range(0, requests.size()).boxed()
                .flatMap(i -> smaller(requests.get(i)).map(request -> with(requests, i, request)));
        return Stream.concat(fewer, lesser).map(rest -> new Step.Execute(place, rest));
    }

    private static Stream<NetlinkRequest> smaller(NetlinkRequest request) {
        if (!(request instanceof LinkSet set) || set.changes().size() == 1) {
            return Stream.empty();
        }
        Stream<List<LinkChange>> fewer = allButOne(set.changes());
        return fewer.map(changes -> LinkSet.of(set.link(), changes));
    }

    private static <T> Stream<List<T>> allButOne(List<T> all) {
        return IntStream.range(0, all.size()).mapToObj(i -> {
            List<T> rest = new ArrayList<>(all);
            rest.remove(i);
            return rest;
        });
    }

    private static <T> List<T> with(List<T> all, int place, T other) {
        List<T> changed = new ArrayList<>(all);
        changed.set(place, other);
        return changed;
    }
}
