package io.podbridge.tests.disk;

import com.google.common.collect.ImmutableList;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.jvm.JavaRun;
import io.podbridge.tests.jvm.ThisJava;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.Combinations;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;

/**
 * The disk with the journals is full, read-only, another user's or gone, at every moment of a verb on a pod of the real kernel: the kernel
 * is touched only by a verb that could write it down, and once the disk is mended the next one completes, or gives back.
 */
@ExtendWith(NetnsExtension.class)
class DiskTest {
    /** Nothing is mounted outside of this process and its children. */
    private static final String MOUNTED = "mount -t tmpfs -o size=128k tmpfs \"$0\" && mkdir -m 700 \"$0/journals\" && exec \"$@\"";

    @TempDir
    Path disk;
    @TempDir
    Path scratch;

    /** The journal is the same with iproute2, but for one write more; as it takes twenty seconds each, that is for {@code -Plong}. */
    static Stream<Arguments> troubles() {
        Stream<Arguments> panama = Combinations.of(Trouble.values(), only(Backend.PANAMA), ChangingVerb.values());
        Stream<Arguments> iproute2 = Combinations.of(only(Trouble.FULL), only(Backend.IPROUTE2), ChangingVerb.values());
        return Boolean.getBoolean("podbridge.long") ? Stream.concat(panama, iproute2) : panama;
    }

    private static Object[] only(Object value) {
        return new Object[] {value};
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void theKernelIsTouchedOnlyWhenTheJournalWasWritten(Trouble trouble, Backend backend, ChangingVerb verb, TestPod pod)
            throws Exception {
        PodSnapshot before = pod.snapshot();
        JavaRun.of(scratch, new ProcessBuilder(ImmutableList.<String>builder()
                .add("unshare", "--mount", "--propagation", "private", "sh", "-c", MOUNTED, disk.toString())
                .add("setpriv", "--bounding-set=-dac_override,-dac_read_search")
                .addAll(ThisJava.command(TroubledProcess.class, backend.name(), verb.name(), trouble.name(), pod.pod().name(),
                        disk.resolve("journals").toString()))
                .build()))
                .lines().forEach(System.out::println);
        assertThat(pod).isUnchangedSince(before);
    }
}
