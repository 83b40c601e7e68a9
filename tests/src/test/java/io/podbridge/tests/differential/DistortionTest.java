package io.podbridge.tests.differential;

import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A subject that is known to be wrong is found, shrunk, and printed in a way that finds it again. */
class DistortionTest {
    private static final long SEED = 42;

    private static Search search(Function<NetlinkRequest, Optional<NetlinkRequest>> distortion) {
        Pairing pairing = new Pairing("honest", () -> Subjects.fake(Set.of(), UnaryOperator.identity()), "distorted",
                () -> Subjects.fake(Set.of(), handler -> new DistortedHandler(handler, distortion)));
        return new Search(pairing, 100, true, Duration.ZERO);
    }

    private static Report found(Search search) throws Exception {
        return new Campaign(search, new Extent(SEED, 20, Duration.ofDays(1))).run().orElseThrow();
    }

    private static List<NetlinkRequest> requests(Report report) {
        return report.shrunk().steps().stream()
                .flatMap(step -> step instanceof Step.Execute execute
                        ? execute.requests().stream()
                        : List.<NetlinkRequest>of().stream())
                .toList();
    }

    @Test
    void aChangeThatIsLeftOutIsFoundAndShrunkToWhatMakesIt() throws Exception {
        Report report = found(
                search(request -> isAltName(request) ? Optional.empty() : Optional.of(request)));
        assertThat(requests(report)).as(report.toString()).hasSizeBetween(1, 3).anyMatch(DistortionTest::isAltName);
    }

    @Test
    void aRequestThatIsChangedIsFoundAndShrunkToItself() throws Exception {
        Report report = found(search(request -> Optional
                .of(request instanceof LinkAdd add && add.mtu().isPresent() && add.kind().name().equals("bridge")
                        ? LinkAdd.bridge(add.name()).index(add.index().orElseThrow()).mtu(add.mtu().getAsInt()).build()
                        : request)));
        assertThat(requests(report)).as(report.toString()).hasSize(1);
    }

    @Test
    void whatIsPrintedHasTheSeedTheLinesAndOnlyWhatDiffers() throws Exception {
        Search search = search(request -> Optional.of(isMtu(request, 1400) ? withMtu((LinkSet) request, 1450) : request));
        Report report = found(search);
        assertThat(report.toString()).contains("-Dpodbridge.differential.seed=" + report.found().seed()).contains(" mtu 1400\n");
        assertThat(report.shrunk().difference().lines()).as(report.toString())
                .anyMatch(line -> line.endsWith(", mtu: 1400 | 1450"))
                .allMatch(line -> line.contains("mtu: 1400 | 1450") || line.contains("/mtu"));
        assertThat(search.explore(report.found().seed()).orElseThrow().steps()).isEqualTo(report.found().steps());
    }

    private static boolean isAltName(NetlinkRequest request) {
        return request instanceof LinkSet set && set.change(LinkChange.AddAltName.class).isPresent();
    }

    private static boolean isMtu(NetlinkRequest request, int bytes) {
        return request instanceof LinkSet set && set.change(LinkChange.Mtu.class).equals(Optional.of(new LinkChange.Mtu(bytes)));
    }

    private static NetlinkRequest withMtu(LinkSet set, int bytes) {
        List<LinkChange> changes = new ArrayList<>(set.changes());
        changes.replaceAll(change -> change instanceof LinkChange.Mtu ? new LinkChange.Mtu(bytes) : change);
        return LinkSet.of(set.link(), changes);
    }
}
