package io.podbridge.tests.guest;

import io.podbridge.testkit.TestPod;
import io.podbridge.tests.vm.DebianKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An emulated machine with Debian's kernel on the tap of a pod of the standard shape: it asks whether anybody has its address, gets it by
 * DHCP, and pings the node. Closing ends it.
 */
final class RealGuest implements AutoCloseable {
    private static final String WORD = "guest: ";

    private final Companion machine;
    private final Path directory;

    private RealGuest(Companion machine, Path directory) {
        this.machine = machine;
        this.directory = directory;
    }

    /** Boots one, and comes back when it has done all that. */
    static RealGuest boot(DebianKernel kernel, TestPod pod, Path directory) throws IOException {
        String[] command = kernel.command("guest.sh", directory.toString(), "tap0", pod.shape().mac().toString(), "10.244.1.7",
                "10.244.1.1");
        return new RealGuest(Companion.start(pod.pod(), "ready", command), directory);
    }

    /** {@return what it has found out, a line each} */
    List<String> words() throws IOException {
        return Files.readAllLines(directory.resolve("console")).stream().filter(line -> line.startsWith(WORD))
                .map(line -> line.substring(WORD.length())).toList();
    }

    @Override
    public void close() {
        machine.close();
    }
}
