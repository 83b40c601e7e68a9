package io.podbridge.guest;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The host name of a process's UTS namespace, which is what {@code gethostname} answers there. The kernel shows it to nobody outside, so a
 * program goes there: one of ours, since only the namespace is entered.
 */
final class UtsName {
    private static final Path OWN = Path.of("/proc/self/ns/uts");
    private static final Path OWN_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final int MOST_BYTES = 1024;
    private static final int DEADLINE_SECONDS = 10;

    private UtsName() {}

    /**
     * Asks for it.
     *
     * @param pid the process
     * @return the name; absent if the process has our namespace, or one of its own to which nobody has given a name yet
     * @throws IOException if it cannot be told
     */
    static Optional<String> of(long pid) throws IOException {
        Path namespace = Path.of("/proc", Long.toString(pid), "ns", "uts");
        if (Files.readSymbolicLink(namespace).equals(Files.readSymbolicLink(OWN))) {
            return Optional.empty();
        }
        String ours = Files.readString(OWN_NAME).strip();
        return Optional.of(ask(namespace)).filter(name -> !name.equals(ours));
    }

    private static String ask(Path namespace) throws IOException {
        Process process = new ProcessBuilder("nsenter", "--uts=" + namespace, "uname", "-n").redirectErrorStream(true)
                .redirectInput(new File("/dev/null")).start();
        try {
            await(process);
            String output = SmallText.read(process.getInputStream(), MOST_BYTES).strip();
            if (process.exitValue() != 0) {
                throw new IOException(output);
            }
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void await(Process process) throws IOException {
        try {
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("nsenter had not ended after " + DEADLINE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while nsenter was asked");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
