package io.podbridge.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Another JVM that holds the lock of a binding until its standard input ends, or until it is killed. */
final class LockingProcess implements AutoCloseable {
    private final Process process;

    private LockingProcess(Process process) {
        this.process = process;
    }

    /** {@return the process, once it has the lock} */
    static LockingProcess start(Path directory, String interfaceName) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), LockingProcess.class.getName(), directory.toString(), interfaceName)
                .redirectErrorStream(true).start();
        LockingProcess started = new LockingProcess(process);
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String first = said.readLine();
        if (!"held".equals(first)) {
            started.close();
            throw new IOException("the other process has no lock: " + first);
        }
        return started;
    }

    long pid() {
        return process.pid();
    }

    void letGo() throws IOException {
        process.getOutputStream().close();
    }

    /** As SIGKILL: nothing in it gives anything back. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] args) throws IOException {
        BindingLock lock = BindingLock.acquire(Path.of(args[0]), BindingRecords.INODE, args[1], Duration.ZERO);
        System.out.println("held");
        System.in.transferTo(System.out);
        lock.close();
    }
}
