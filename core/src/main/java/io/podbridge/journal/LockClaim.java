package io.podbridge.journal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * One JVM's claim to a lock file, which keeps its other threads away from it. The kernel gives a lock to the process, not to a thread, and
 * takes it away as soon as the process closes <em>any</em> descriptor of the file: so nobody may even open it while another thread of the
 * JVM holds the lock. The claims stand among the system properties, the one map that all class loaders of a JVM share.
 */
final class LockClaim {
    private final Path lockFile;
    private final String token = UUID.randomUUID().toString();

    private LockClaim(Path lockFile) {
        this.lockFile = lockFile;
    }

    /**
     * Claims a lock file.
     *
     * @param lockFile its real path, without links
     * @return the claim; absent if this JVM has one already
     */
    static Optional<LockClaim> of(Path lockFile) {
        LockClaim claim = new LockClaim(lockFile);
        boolean first = System.getProperties().putIfAbsent(claim.property(), claim.token) == null;
        return first ? Optional.of(claim) : Optional.empty();
    }

    /** Gives it up. Harmless if it was given up before, also when somebody else has one now. */
    void release() {
        System.getProperties().remove(property(), token);
    }

    /** {@return the real path of the lock file} */
    Path lockFile() {
        return lockFile;
    }

    private String property() {
        return "io.podbridge.lock." + lockFile;
    }
}
