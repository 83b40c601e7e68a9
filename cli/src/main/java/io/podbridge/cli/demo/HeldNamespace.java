package io.podbridge.cli.demo;

import io.podbridge.cli.output.CommandException;
import io.podbridge.netlink.NetworkNamespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A network namespace that lives as long as a process of ours does: {@code cat}, which ends when its input does. So even if this
 * program is killed, nothing is left behind, and no name is given to what an ordinary user could not name.
 */
final class HeldNamespace implements AutoCloseable {
    private final Process holder;

    private HeldNamespace(Process holder) {
        this.holder = holder;
    }

    /** {@return a new namespace, which this user must be allowed to make} */
    static HeldNamespace make() {
        HeldNamespace made = new HeldNamespace(Tool.start(new ProcessBuilder("unshare", "--net", "cat")));
        try {
            made.awaitStart();
            return made;
        } catch (IOException e) {
            made.close();
            throw new CommandException("cannot make a network namespace: unshare --net ended at once: " + e.getMessage(), e);
        }
    }

    /** What comes back through {@code cat} shows that it runs, and so that the namespace is made. */
    private void awaitStart() throws IOException {
        holder.getOutputStream().write('\n');
        holder.getOutputStream().flush();
        if (holder.getInputStream().read() < 0) {
            try (BufferedReader errors = holder.errorReader(StandardCharsets.UTF_8)) {
                throw new IOException(String.valueOf(errors.readLine()));
            }
        }
    }

    NetworkNamespace namespace() {
        return NetworkNamespace.ofPid(holder.pid());
    }

    /** {@return the file of the namespace, for commands} */
    String file() {
        return "/proc/" + holder.pid() + "/ns/net";
    }

    /**
     * Runs ip(8) in it.
     *
     * @param words its arguments
     * @throws CommandException if it fails
     */
    void ip(List<String> words) {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + file(), "ip"));
        command.addAll(words);
        Tool.Result result = Tool.run(command);
        if (!result.isDone()) {
            throw new CommandException("cannot make the pod of the demo: ip " + String.join(" ", words) + ": " + result.output());
        }
    }

    @Override
    public void close() {
        holder.destroy();
        Tool.exitCode(holder);
    }
}
