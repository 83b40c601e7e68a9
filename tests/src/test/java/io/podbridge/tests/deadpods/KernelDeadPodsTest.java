package io.podbridge.tests.deadpods;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.pods.KernelCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pods of the real kernel that die without a release, one after the other; iproute2 tells them apart without a cookie. */
@ExtendWith(NetnsExtension.class)
class KernelDeadPodsTest {
    private static final boolean LONG = Boolean.getBoolean("podbridge.long");

    @TempDir
    Path journals;

    @ParameterizedTest
    @EnumSource
    void noneSeesItsPredecessor(Backend backend) {
        Succession succession = new Succession(new KernelCluster(backend), journals);
        System.out.println("dead pods: " + backend + ": " + succession.run(pods(backend)));
        succession.endsWithOneThatLives();
    }

    /** With iproute2 a pod takes many processes. */
    private static int pods(Backend backend) {
        return switch (backend) {
            case PANAMA -> LONG ? 1000 : 40;
            case IPROUTE2 -> LONG ? 100 : 3;
        };
    }
}
