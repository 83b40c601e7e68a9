package io.podbridge.tests.deadpods;

import com.google.common.base.Stopwatch;
import com.google.gson.JsonElement;
import io.podbridge.Bindings;
import io.podbridge.RecordedBinding;
import io.podbridge.RecordedBinding.State;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.cli.Podbridge;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.WatchedBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** An agent starts, and finds the journals of a thousand pods that are gone and of a few that live. */
@ExtendWith(NetnsExtension.class)
class StartUpTest {
    private static final int DEAD = 1000;
    private static final int LIVING = 3;
    private static final int FAR_FROM_ANY_IN_USE = 1_000_000;

    private final AtomicInteger opened = new AtomicInteger();
    @TempDir
    Path journals;

    private Bindings bindings() {
        return Bindings.in(journals)
                .withHandlers(
                        NetlinkHandlers.of(new WatchedBackend(Backend.PANAMA.handlers().provider(), opened::incrementAndGet)));
    }

    @Test
    void onlyPodsThatLiveAreOpened(TestPod first) throws IOException {
        try (TestPod second = TestPod.create(); TestPod third = TestPod.create()) {
            for (TestPod pod : List.of(first, second, third)) {
                bindings().configurator(pod.namespace(), Succession.BINDING).preparePodNetworkInterface();
            }
            resume("none");
            addDead(first);

            resume(Integer.toString(DEAD));
            assertThat(states()).containsEntry("LIVE", (long) LIVING).containsEntry("GONE", (long) DEAD);
            assertThat(Podbridge.run(journals, "forget", "--gone").exit()).isZero();

            assertThat(states()).containsExactly(Map.entry("LIVE", (long) LIVING));
            bindings().list().forEach(left -> assertThat(left.configurator().release()).isTrue());
        }
    }

    /** What a start-up does: each that lives is opened once to see that it does, and once to go on. */
    private void resume(String dead) {
        opened.set(0);
        Stopwatch time = Stopwatch.createStarted();
        List<RecordedBinding> found = bindings().list();
        assertThat(opened).hasValue(LIVING);
        Stopwatch resuming = Stopwatch.createStarted();
        found.stream().filter(left -> left.state() == State.LIVE)
                .forEach(left -> left.configurator().preparePodNetworkInterface());
        assertThat(opened).hasValue(2 * LIVING);
        System.out.println("start-up: " + LIVING + " pods live, " + dead + " gone: listed and resumed in " + time
                + ", of which resuming took " + resuming + "; namespaces opened: " + opened);
    }

    private Map<String, Long> states() {
        return Podbridge.run(journals, "list", "--json").array().asList().stream().map(JsonElement::getAsJsonObject)
                .collect(Collectors.groupingBy(left -> left.get("state").getAsString(), Collectors.counting()));
    }

    /** Journals that differ from that of a pod in what differs between any two pods. */
    private void addDead(TestPod model) throws IOException {
        NetworkNamespace living = model.namespace();
        String inode = Long.toString(living.inode().number());
        String name = living.inode().device() + "-" + inode + "-eth0.json";
        String journal = Files.readString(journals.resolve(name));
        for (int i = 0; i < DEAD; i++) {
            String used = Long.toString(living.inode().number() + FAR_FROM_ANY_IN_USE + i);
            Files.writeString(journals.resolve(name.replace(inode, used)),
                    journal.replace(inode, used).replace(living.path().toString(), "/run/netns/gone-" + i));
        }
    }
}
