package io.podbridge.netlink;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which network namespace is meant, resolved once: its file, the device and inode behind it, and, where it was named by a process,
 * which process that was. It holds no descriptor, so it keeps no namespace alive. A handler calls {@link #confirm} once it has opened
 * the file, so that a reused process id or name cannot lead it astray.
 */
public final class NetworkNamespace {
    private static final Path CURRENT = Path.of("/proc/self/ns/net");
    private static final Path NAMED = Path.of("/run/netns");
    /** All namespaces of a kernel are on one device. */
    private static final Supplier<Long> DEVICE = Suppliers
            .memoize(() -> read(CURRENT, "the current network namespace").device());

    private final Path path;
    private final String description;
    private final Inode inode;
    private final Optional<ProcessIdentity> process;

    private NetworkNamespace(Path path, String description, Inode inode, Optional<ProcessIdentity> process) {
        this.path = path;
        this.description = description;
        this.inode = inode;
        this.process = process;
    }

    /**
     * The file behind a namespace. Both numbers are used again as soon as a namespace is gone, so they are a hint and no identity.
     *
     * @param device the device of the kernel's nsfs
     * @param number the inode's number, as in {@code net:[4026531840]}
     */
    public record Inode(long device, long number) {}

    /**
     * The namespace of this process.
     *
     * @return the namespace
     * @throws NetlinkException UNSUPPORTED where there is no {@code /proc}, as on anything but Linux
     */
    public static NetworkNamespace current() {
        return resolve(CURRENT, "the current network namespace", Optional.empty());
    }

    /**
     * The namespace of a process.
     *
     * @param pid the process id
     * @return the namespace
     * @throws NetlinkException NOT_FOUND if there is no such process, DENIED if its namespace may not be seen (CAP_SYS_PTRACE)
     */
    public static NetworkNamespace ofPid(long pid) {
        String description = "the network namespace of process " + pid;
        Optional<ProcessIdentity> process = ProcessIdentity.of(pid);
        if (process.isEmpty()) {
            throw NetlinkException.failed("find", description).errno(Errno.named("ESRCH")).build();
        }
        return resolve(Path.of("/proc", Long.toString(pid), "ns", "net"), description, process);
    }

    /**
     * The namespace of a file: a bind mount such as {@code /run/netns/NAME}, or {@code /proc/PID/ns/net}.
     *
     * @param path the file
     * @return the namespace
     * @throws NetlinkException NOT_FOUND if there is no such file, INVALID if it is no namespace, DENIED if it may not be seen
     */
    public static NetworkNamespace ofPath(Path path) {
        return resolve(path.toAbsolutePath(), "the network namespace \"" + path + "\"", Optional.empty());
    }

    /**
     * The namespace of a name, as {@code ip netns add NAME} makes it.
     *
     * @param name a file's name under {@code /run/netns}
     * @return the namespace
     * @throws NetlinkException NOT_FOUND if there is none of that name, INVALID if the file is no namespace
     * @throws IllegalArgumentException if the name is empty, {@code .}, {@code ..}, or has a {@code /}
     */
    public static NetworkNamespace ofName(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not a name of a network namespace: \"" + name + "\"");
        }
        return resolve(NAMED.resolve(name), "the network namespace \"" + name + "\"", Optional.empty());
    }

    /**
     * A namespace that exists only in a program's memory, such as one of a test's in-memory kernel.
     *
     * @param name its name, which stands for its file
     * @param inode its number
     * @return the namespace
     */
    public static NetworkNamespace inMemory(String name, long inode) {
        return new NetworkNamespace(Path.of("in-memory", name), "the in-memory network namespace \"" + name + "\"",
                new Inode(0, inode),
                Optional.empty());
    }

    /** {@return the file to open, absolute unless the namespace is in memory} */
    public Path path() {
        return path;
    }

    /** {@return device and inode of that file when it was resolved} */
    public Inode inode() {
        return inode;
    }

    /** {@return the process whose namespace it is, if it was named by one} */
    public Optional<ProcessIdentity> process() {
        return process;
    }

    /** {@return whether it is in a program's memory, not in a kernel} */
    public boolean isInMemory() {
        return !path.isAbsolute();
    }

    /**
     * Makes sure that a kernel has it. Called by a backend that talks to one, so that a test's namespace that got there by mistake is not
     * taken for one that is gone.
     *
     * @throws NetlinkException INVALID if it is in memory
     */
    public void requireKernel() {
        if (isInMemory()) {
            throw NetlinkException.failed("enter", toString()).kind(FailureKind.INVALID)
                    .advice("this backend talks to the kernel; give the bindings the handlers of the kernel in memory"
                            + " (withHandlers(NetlinkHandlers.of(kernel.provider())))")
                    .build();
        }
    }

    /**
     * Makes sure that the file still leads where it led when it was resolved: the same process, the same inode. Called by a backend
     * after it has opened the file, when the namespace can no longer go away.
     *
     * @throws NetlinkException NOT_FOUND if the process has ended or the file leads elsewhere
     */
    public void confirm() {
        boolean same = process.map(ProcessIdentity::isAlive).orElse(true)
                && (isInMemory() || read(path, description).equals(inode));
        if (!same) {
            throw NetlinkException.failed("enter", description).kind(FailureKind.NOT_FOUND)
                    .advice("it is not the one that was found before; look it up again").build();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkNamespace that && path.equals(that.path) && inode.equals(that.inode)
                && process.equals(that.process);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, inode, process);
    }

    /** {@return how it was named, as it reads in a sentence} */
    @Override
    public String toString() {
        return description;
    }

    private static NetworkNamespace resolve(Path path, String description, Optional<ProcessIdentity> process) {
        Inode inode = read(path, description);
        if (inode.device() != DEVICE.get()) {
            throw NetlinkException.failed("find", description).kind(FailureKind.INVALID).advice(path + " is no namespace")
                    .build();
        }
        return new NetworkNamespace(path, description, inode, process);
    }

    private static long number(Map<String, Object> file, String attribute) {
        return (Long) Objects.requireNonNull(file.get(attribute));
    }

    private static Inode read(Path path, String description) {
        try {
            Map<String, Object> file = Files.readAttributes(path, "unix:dev,ino");
            return new Inode(number(file, "dev"), number(file, "ino"));
        } catch (NoSuchFileException e) {
            throw NetlinkException.failed("find", description).errno(Errno.named("ENOENT")).build(e);
        } catch (UnsupportedOperationException e) {
            throw NetlinkException.failed("find", description).kind(FailureKind.UNSUPPORTED)
                    .advice("there are none on this system").build(e);
        } catch (IOException e) {
            throw NetlinkException.failed("find", description).errno(Errno.named("EACCES"))
                    .advice("it needs CAP_SYS_PTRACE, or the owner of the process").build(e);
        }
    }
}
