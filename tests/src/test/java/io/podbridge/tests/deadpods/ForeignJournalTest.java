package io.podbridge.tests.deadpods;

import io.podbridge.Bindings;
import io.podbridge.RecordedBinding;
import io.podbridge.RecordedBinding.State;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.pods.FakeCluster;
import io.podbridge.tests.pods.MortalPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Journals that fit by name, inode or cookie, and are about another pod all the same. */
@ExtendWith(NetnsExtension.class)
class ForeignJournalTest {
    @TempDir
    Path journals;

    /** After a reboot the kernel counts cookies, inodes and indices from the beginning. */
    @Test
    void aJournalFromBeforeARebootIsNotBelievedEvenIfAllElseFits() throws IOException {
        FakeCluster cluster = new FakeCluster(FakeKernel.create());
        Succession succession = new Succession(cluster, journals);
        try (MortalPod before = cluster.pod()) {
            succession.bind(before.namespace());
        }
        try (MortalPod after = cluster.pod()) {
            rewrite("\"cookie\": *[0-9]+", "\"cookie\": " + cookie(cluster, after.namespace()));
            rewrite("\"bootId\": *\"[^\"]*\"", "\"bootId\": \"an-earlier-one\"");
            Bindings bindings = Bindings.in(journals).withHandlers(cluster.handlers());
            assertThat(bindings.list()).extracting(RecordedBinding::state).containsExactly(State.GONE);
            assertThat(succession.bind(after.namespace()).release()).isTrue();
        }
    }

    private static long cookie(FakeCluster cluster, NetworkNamespace namespace) {
        try (NetlinkHandler handler = cluster.kernel().open(namespace)) {
            return handler.namespaceCookie().orElseThrow();
        }
    }

    private void rewrite(String part, String replacement) throws IOException {
        try (var files = Files.newDirectoryStream(journals, "*.json")) {
            for (Path file : files) {
                String text = Files.readString(file);
                assertThat(text).containsPattern(part);
                Files.writeString(file, text.replaceAll(part, replacement));
            }
        }
    }

    @Test
    void anotherNamespaceOfTheSameNameIsNotTakenForTheOneThatWasBound(TestPod pod) {
        String name = pod.pod().name();
        Bindings bindings = Bindings.in(journals).withHandlers(Backend.PANAMA.handlers());
        bindings.configurator(NetworkNamespace.ofName(name), Succession.BINDING).preparePodNetworkInterface();

        TestNamespace.runOutside("ip", "netns", "del", name);
        try (TestNamespace filler = TestNamespace.create("filler")) {
            TestNamespace.runOutside("ip", "netns", "add", name);
            assertThat(NetworkNamespace.ofName(name).inode()).isNotEqualTo(filler.namespace().inode());
            List<RecordedBinding> left = bindings.list();
            assertThat(left).extracting(RecordedBinding::state).containsExactly(State.GONE);
            left.forEach(RecordedBinding::forget);
        }
        assertThat(bindings.list()).isEmpty();
    }
}
