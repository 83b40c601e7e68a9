package io.podbridge.tests.kernel;

import io.podbridge.testkit.TestPod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A process that holds a tap as a hypervisor does. Closing ends it. */
final class Vm implements AutoCloseable {
    /** Opens the device where it belongs to the pod's namespace, attaches, says so, and waits until nobody talks to it any more. */
    private static final String ATTACH = """
            $| = 1;
            open(my $tap, '+<', '/dev/net/tun') or die "open: $!";
            my $request = pack('a16 S x22', $ARGV[0], 0x5002);
            ioctl($tap, 0x400454ca, $request) or die "TUNSETIFF: $!";
            print "attached\\n";
            <STDIN>;
            """;

    private final Process process;

    private Vm(Process process) {
        this.process = process;
    }

    static Vm attach(TestPod pod, String tap) throws IOException {
        Process process = new ProcessBuilder("ip", "netns", "exec", pod.pod().name(), "perl", "-e", ATTACH, tap)
                .redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String said = output.readLine();
        if (!"attached".equals(said)) {
            process.destroy();
            throw new IOException("the process did not attach to " + tap + ": " + said);
        }
        return new Vm(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end the process on the tap", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
