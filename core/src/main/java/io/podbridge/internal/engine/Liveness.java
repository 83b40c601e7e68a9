package io.podbridge.internal.engine;

import io.podbridge.internal.pod.Observed;
import io.podbridge.journal.BindingIdentity;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells whether the namespace of a journal still lives: where the journal says that it was reached, or anywhere else that can be seen
 * from here.
 */
public final class Liveness {
    private final Supplier<NetlinkHandlers> handlers;
    private final Function<NetworkNamespace, HandlerOptions> options;
    private final LivingNamespaces living = new LivingNamespaces();

    /**
     * Looks with these backends.
     *
     * @param handlers the backends, asked for when one is needed
     * @param options what a handler is opened with
     */
    public Liveness(Supplier<NetlinkHandlers> handlers, Function<NetworkNamespace, HandlerOptions> options) {
        this.handlers = handlers;
        this.options = options;
    }

    /**
     * The namespace of a journal.
     *
     * @param record the journal
     * @return the namespace; absent if it is gone
     */
    public Optional<NetworkNamespace> namespace(BindingRecord record) {
        BindingIdentity identity = record.identity();
        if (Identities.isFromEarlierBoot(identity)) {
            return Optional.empty();
        }
        return resolve(identity).filter(found -> found.inode().equals(identity.inode())).or(() -> living.of(identity.inode()))
                .filter(found -> isSame(record, found));
    }

    private static Optional<NetworkNamespace> resolve(BindingIdentity identity) {
        if (!identity.path().isAbsolute()) {
            return Optional.of(NetworkNamespace.inMemory(identity.path().getFileName().toString(), identity.inode().number()));
        }
        try {
            return Optional.of(identity.process().isPresent()
                    ? NetworkNamespace.ofPid(identity.process().get().pid())
                    : NetworkNamespace.ofPath(identity.path())).filter(found -> found.process().equals(identity.process()));
        } catch (NetlinkException e) {
            return goneOrThrow(e);
        }
    }

    /** The inode may belong to a later namespace already; only one that can be opened tells. */
    private boolean isSame(BindingRecord record, NetworkNamespace namespace) {
        try (NetlinkHandler handler = handlers.get().open(options.apply(namespace))) {
            return Identities.match(record, handler, Observed.linksAndAddresses(handler, List.of())) != Identities.Match.GONE;
        } catch (NetlinkException e) {
            return goneOrThrow(e).isPresent();
        }
    }

    /** A namespace that may not be looked at is not known to be gone. */
    private static Optional<NetworkNamespace> goneOrThrow(NetlinkException e) {
        if (e.kind() == FailureKind.NOT_FOUND || e.kind() == FailureKind.INVALID) {
            return Optional.empty();
        }
        throw e;
    }
}
