package io.podbridge.tests.deadpods;

import com.google.common.collect.ImmutableSet;
import io.podbridge.netlink.Feature;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.tests.pods.FakeCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pods of the kernel in memory that die without a release, one after the other, all at one inode. */
class FakeDeadPodsTest {
    /** Whether the kernel tells two namespaces of one inode apart. */
    enum Cookie {
        READABLE(ImmutableSet.of(), 1000), UNREADABLE(ImmutableSet.of(Feature.NAMESPACE_COOKIE), 100);

        private final ImmutableSet<Feature> lacking;
        private final int pods;

        Cookie(ImmutableSet<Feature> lacking, int pods) {
            this.lacking = lacking;
            this.pods = pods;
        }
    }

    @TempDir
    Path journals;

    @ParameterizedTest
    @EnumSource
    void noneSeesItsPredecessor(Cookie cookie) {
        Succession succession = new Succession(new FakeCluster(FakeKernel.lacking(cookie.lacking)), journals);
        System.out.println("dead pods: in memory, cookie " + cookie + ": " + succession.run(cookie.pods));
        succession.endsWithOneThatLives();
    }
}
