package io.podbridge.testkit.netns;

import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.request.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network namespace of a test's own, made by {@code ip netns add} under a name that nobody else takes. It is empty but for a loopback
 * that is down. Closing deletes it; what is not closed is deleted when the JVM ends.
 */
public final class TestNamespace implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Random RANDOM = new SecureRandom();

    private final String name;

    private TestNamespace(String name) {
        this.name = name;
    }

    /**
     * Makes a namespace.
     *
     * @param role what it is for, the end of its name
     * @return the namespace, which the caller closes
     * @throws ToolFailedException if {@code ip netns add} fails; nothing is left behind then
     */
    public static TestNamespace create(String role) {
        String name = String.join("-", "podbridge", Long.toString(ProcessHandle.current().pid()),
                Integer.toString(COUNT.incrementAndGet()),
                HexFormat.of().toHexDigits(RANDOM.nextInt()), role);
        Leftovers.expect(name);
        try {
            ToolProcess.run(Command.of("ip", "netns", "add", name));
        } catch (ToolFailedException e) {
            Leftovers.delete(name);
            throw e;
        }
        return new TestNamespace(name);
    }

    /** {@return its name under {@code /run/netns}} */
    public String name() {
        return name;
    }

    /** {@return the namespace, as a handler is opened for it} */
    public NetworkNamespace namespace() {
        return NetworkNamespace.ofName(name);
    }

    /**
     * Runs {@code ip -n NAME ...}.
     *
     * @param arguments what comes after, such as {@code link}, {@code show}
     * @return what it printed
     * @throws ToolFailedException with what it said on its standard error, if it fails
     */
    public String ip(String... arguments) {
        return ToolProcess.run(Command.of("ip", "-n", name).with(arguments));
    }

    /**
     * Runs a program in the namespace, by {@code ip netns exec}.
     *
     * @param command the program and its arguments
     * @return what it printed
     * @throws ToolFailedException with what it said on its standard error, if it fails
     */
    public String exec(String... command) {
        return ToolProcess.run(Command.of("ip", "netns", "exec", name).with(command));
    }

    /**
     * Runs a program outside of any test's namespace.
     *
     * @param command the program and its arguments
     * @return what it printed
     * @throws ToolFailedException with what it said on its standard error, if it fails
     */
    public static String runOutside(String... command) {
        return ToolProcess.run(Command.of(command));
    }

    /**
     * Whether {@link #exec} would find a program.
     *
     * @param program such as {@code ethtool}
     * @return whether it is on the path
     */
    public static boolean isInstalled(String program) {
        return ToolProcess.isInstalled(program);
    }

    /**
     * What this JVM has left open that would keep the namespace half alive after {@link #close}: descriptors of the namespace, and netlink
     * sockets in it, as an open {@link io.podbridge.netlink.NetlinkHandler} of a native backend has one, and processes that this JVM has
     * started there, as one of a backend that runs programs has. What other processes hold is not seen.
     *
     * @return one phrase for each; empty also if the namespace is deleted already
     */
    public List<String> openDescriptors() {
        Path file = Path.of("/run/netns", name);
        return Files.exists(file) ? NamespaceHolders.of(file, exec("cat", "/proc/net/netlink")) : List.of();
    }

    /** Deletes the namespace; processes in it go on living without a name for it. Closing twice is harmless. */
    @Override
    public void close() {
        Leftovers.delete(name);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
