package io.podbridge.tests.exclusion;

import io.podbridge.Bindings;
import io.podbridge.RecordedBinding;
import io.podbridge.journal.BindingLock;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.cli.Podbridge;
import io.podbridge.tests.matrix.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Pods that are gone are forgotten while somebody works on a new one that has the inode of one of them. */
@ExtendWith(NetnsExtension.class)
class ForgetTest {
    @TempDir
    Path journals;

    private Bindings bindings() {
        return Bindings.in(journals).withHandlers(Backend.PANAMA.handlers());
    }

    private NetworkNamespace bound(TestPod pod) {
        NetworkNamespace namespace = pod.namespace();
        bindings().configurator(namespace, Holder.BINDING).preparePodNetworkInterface();
        return namespace;
    }

    @Test
    void theOthersAreForgottenAndWhoeverIsAtWorkIsNamed(TestPod pod) {
        try (TestPod other = TestPod.create()) {
            NetworkNamespace worked = bound(pod);
            NetworkNamespace idle = bound(other);
            pod.pod().close();
            other.pod().close();

            Podbridge partly = BindingLock.acquire(journals, worked.inode(), "eth0", Duration.ZERO)
                    .during(() -> Podbridge.run(journals, "forget", "--gone"));

            assertThat(partly.exit()).isEqualTo(5);
            assertThat(partly.out()).contains(idle.path().toString()).doesNotContain(worked.path().toString());
            assertThat(partly.err()).contains("another thread of this process is working on");
            assertThat(bindings().list()).singleElement().extracting(RecordedBinding::namespacePath)
                    .isEqualTo(Optional.of(worked.path()));
            assertThat(Podbridge.run(journals, "forget", "--gone").exit()).isZero();
            assertThat(bindings().list()).isEmpty();
        }
    }

    @Test
    void allAreTriedAndEachThatIsKeptHasItsReason(TestPod pod) throws IOException {
        try (TestPod second = TestPod.create(); TestPod third = TestPod.create()) {
            Path spoilt = lockOf(bound(pod));
            Path alsoSpoilt = lockOf(bound(second));
            NetworkNamespace idle = bound(third);
            for (TestPod dead : List.of(pod, second, third)) {
                dead.pod().close();
            }
            for (Path lock : List.of(spoilt, alsoSpoilt)) {
                Files.delete(lock);
                Files.createDirectory(lock);
            }

            Podbridge partly = Podbridge.run(journals, "forget", "--gone");
            Podbridge none = Podbridge.run(journals, "forget", "--gone");

            assertThat(partly.out()).contains("forgotten:", idle.path().toString());
            assertThat(none.out()).isEmpty();
            assertThat(List.of(partly, none)).allSatisfy(kept -> {
                assertThat(kept.exit()).isEqualTo(1);
                assertThat(kept.err().lines()).hasSize(2).allMatch(line -> line.startsWith("podbridge: cannot lock "))
                        .anyMatch(line -> line.contains(spoilt.toString()))
                        .anyMatch(line -> line.contains(alsoSpoilt.toString()));
            });
            assertThat(bindings().list()).hasSize(2);
        }
    }

    private Path lockOf(NetworkNamespace namespace) {
        return journals.resolve(namespace.inode().device() + "-" + namespace.inode().number() + "-eth0.lock");
    }
}
