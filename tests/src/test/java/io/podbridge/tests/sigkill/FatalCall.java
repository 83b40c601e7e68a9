package io.podbridge.tests.sigkill;

import com.google.common.collect.ImmutableList;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A system call that changes the kernel or the journal, and the processes that make it. */
enum FatalCall {
    /** The netlink messages of panama, which sends a dump no other way. */
    SENDTO,
    /** The netlink messages of ip(8) that change something. */
    SENDMSG,
    /** Taps. */
    IOCTL,
    /** The journal is written. */
    FSYNC,
    /** The journal is moved into place. */
    RENAME,
    /** What stands in the way of a new file, and the journal of a binding that was released. */
    UNLINK;

    private static final String TUN = "/dev/net/tun";
    /** What strace(1) makes of a call that did not return. */
    private static final String UNANSWERED = "= ?";

    boolean isMadeBy(Backend backend, ChangingVerb verb) {
        return switch (this) {
            case SENDTO -> backend == Backend.PANAMA;
            case SENDMSG -> backend == Backend.IPROUTE2;
            case IOCTL -> verb == ChangingVerb.PREPARE;
            case FSYNC, RENAME, UNLINK -> true;
        };
    }

    /** {@return with what a verb can end where the process is killed, or one that it has started} */
    static List<Integer> endings(Backend backend) {
        return switch (backend) {
            case PANAMA -> List.of(Scene.KILLED);
            case IPROUTE2 -> List.of(Scene.KILLED, Victim.FAILED, 0);
        };
    }

    /** {@return the command line under which every process of it dies at its n-th call} */
    List<String> killing(int turn, Path trace, Backend backend, List<String> command) {
        String name = name().toLowerCase(Locale.ROOT);
        ImmutableList.Builder<String> traced = ImmutableList.<String>builder().add("strace", "-f", "-q", "-o", trace.toString(),
                "-e",
                "trace=" + name, "-e", "inject=" + name + ":signal=SIGKILL:when=" + turn);
        if (this == IOCTL && backend == Backend.IPROUTE2) {
            // It asks for terminals and indices by the hundred.
            traced.add("-P", TUN);
        }
        return traced.addAll(command).build();
    }

    /** {@return whether a process died in the call; those that podbridge itself ends are waiting for their next line then} */
    static boolean hasKilled(Path trace) throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.anyMatch(line -> line.endsWith(UNANSWERED));
        }
    }
}
