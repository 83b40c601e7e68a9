package io.podbridge.tests.restore;

import io.podbridge.iproute2.Iproute2NetlinkHandlerProvider;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pod that is special in some way is given back exactly, or refused before it is touched. */
@ExtendWith(NetnsExtension.class)
class RestoredExactlyTest {
    @TempDir
    Path journals;

    @ParameterizedTest
    @MethodSource("io.podbridge.tests.restore.Peculiarities#all")
    void by_netlink(Peculiarity peculiarity, TestPod pod) {
        new RestoredPod(pod, journals, new PanamaNetlinkHandlerProvider()).check(peculiarity, false);
    }

    @ParameterizedTest
    @MethodSource("io.podbridge.tests.restore.Peculiarities#byIp")
    void by_ip(Peculiarity peculiarity, TestPod pod) {
        new RestoredPod(pod, journals, new Iproute2NetlinkHandlerProvider()).check(peculiarity, true);
    }

    @AfterAll
    static void report() {
        System.out.println("restoring exactly: " + RestoredPod.report());
    }
}
