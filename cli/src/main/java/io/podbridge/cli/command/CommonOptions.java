package io.podbridge.cli.command;

import io.podbridge.Bindings;
import io.podbridge.cli.output.Console;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of every command. */
final class CommonOptions {
    @Option(names = "--backend", paramLabel = "NAME", description = "which backend talks to the kernel (see: podbridge backends)")
    private String backend = "";

    @Option(names = "--journal-dir", paramLabel = "DIR", description = "where journals are kept (default: ${DEFAULT-VALUE})")
    private Path journalDirectory = Bindings.DEFAULT_DIRECTORY;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "how long to wait for somebody who works on the same interface")
    private int waitSeconds;

    @Option(names = "--trace", description = "say each request on stderr as it goes, with time and outcome")
    private boolean trace;

    @Option(names = "--json", description = "print for programs")
    private boolean json;

    @Option(names = "--debug", description = "print the stack trace of an error")
    private boolean debug;

    boolean isJson() {
        return json;
    }

    boolean isDebug() {
        return debug;
    }

    NetlinkHandlers handlers() {
        NetlinkHandlers installed = NetlinkHandlers.installed();
        return backend.isEmpty() ? installed : installed.withBackend(backend);
    }

    HandlerOptions handlerOptions(NetworkNamespace namespace, Console console) {
        return HandlerOptions.of(namespace).withListener(listener(console));
    }

    Bindings bindings(Console console) {
        return bindings(journalDirectory, console);
    }

    Bindings bindings(Path directory, Console console) {
        if (directory.toString().isEmpty()) {
            throw new UsageException("--journal-dir names no directory");
        }
        if (waitSeconds < 0) {
            throw new UsageException("one waits 0 seconds or more, not " + waitSeconds);
        }
        return Bindings.in(directory).withHandlers(handlers()).withWait(Duration.ofSeconds(waitSeconds))
                .withListener(listener(console));
    }

    RequestListener listener(Console console) {
        return trace ? new Trace(console) : RequestListener.NONE;
    }
}
