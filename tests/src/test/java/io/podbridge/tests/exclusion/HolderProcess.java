package io.podbridge.tests.exclusion;

import io.podbridge.tests.jvm.ThisJava;
import io.podbridge.tests.matrix.ChangingVerb;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A {@link Holder} that is in the midst of its verb, so that it holds the lock. */
final class HolderProcess implements AutoCloseable {
    private final Process process;

    private HolderProcess(Process process) {
        this.process = process;
    }

    static HolderProcess start(ChangingVerb verb, String namespace, Path journals) throws IOException {
        HolderProcess holder = new HolderProcess(
                new ProcessBuilder(ThisJava.command(Holder.class, verb.name(), namespace, journals.toString()))
                        .redirectErrorStream(true).start());
        BufferedReader said = holder.process.inputReader();
        assertThat(said.readLine()).isEqualTo(Holder.HOLDING);
        return holder;
    }

    String name() {
        return "process " + process.pid();
    }

    /** Lets it come to its end. */
    void letGo() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** As SIGKILL: nothing in it gives anything back. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
