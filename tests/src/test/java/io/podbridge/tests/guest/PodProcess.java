package io.podbridge.tests.guest;

import io.podbridge.testkit.TestPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process in a pod with a host name of its own, and a resolv.conf that only it and its children see. */
final class PodProcess {
    private static final String RUN = """
            mount --bind "$1" /etc/resolv.conf
            echo "$2" > /proc/sys/kernel/hostname
            echo ready
            exec cat
            """;

    private PodProcess() {}

    static Companion start(TestPod pod, Path directory, String hostName, String resolvConf) throws IOException {
        Path file = Files.writeString(directory.resolve("resolv.conf"), resolvConf);
        return Companion.start(pod.pod(), "ready", "unshare", "--uts", "--mount", "sh", "-ec", RUN, "sh", file.toString(),
                hostName);
    }
}
