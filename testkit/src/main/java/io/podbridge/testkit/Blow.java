package io.podbridge.testkit;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import java.util.Optional;

/**
 * How a fault strikes: with the kernel's number, with a failure that has none, or, without either, by the death of the process.
 *
 * @param errno what the kernel answers
 * @param kind what the failure means where there is no number
 */
record Blow(Optional<Errno> errno, Optional<FailureKind> kind) {
    static final Blow DEATH = new Blow(Optional.empty(), Optional.empty());

    static Blow of(Errno errno) {
        return new Blow(Optional.of(errno), Optional.empty());
    }

    static Blow of(FailureKind kind) {
        return new Blow(Optional.empty(), Optional.of(kind));
    }

    boolean isDeath() {
        return equals(DEATH);
    }

    NetlinkException of(NetlinkException.Builder failure) {
        errno.ifPresent(failure::errno);
        kind.ifPresent(meaning -> failure.kind(meaning).advice("it was made to fail with " + meaning));
        return failure.build();
    }

    @Override
    public String toString() {
        return errno.map(Errno::name).or(() -> kind.map(FailureKind::name)).orElse("death");
    }
}
