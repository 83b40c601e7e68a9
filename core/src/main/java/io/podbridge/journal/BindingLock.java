package io.podbridge.journal;

import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Path;
import java.time.Duration;

/** STUB. */
public final class BindingLock implements AutoCloseable {

    /** STUB. */
    public static BindingLock acquire(Path directory, NetworkNamespace.Inode namespace, String interfaceName, Duration wait) {
        if (wait.isNegative()) {
            throw new LockBusy("stub " + directory, "stub");
        }
        return new BindingLock();
    }

    /** STUB. */
    public void requireHeld() {}

    @Override
    public void close() {}
}
