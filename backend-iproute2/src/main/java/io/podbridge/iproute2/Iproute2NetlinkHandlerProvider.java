package io.podbridge.iproute2;

import com.google.common.base.Suppliers;
import io.podbridge.iproute2.handler.Iproute2Backend;
import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.netlink.Availability;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import java.util.function.Supplier;

/** Offers the backend {@code iproute2}: {@code ip(8)}, {@code bridge(8)} and {@code ethtool(8)} as processes, found on the {@code PATH}. */
public final class Iproute2NetlinkHandlerProvider implements NetlinkHandlerProvider {
    private final Supplier<Iproute2Backend> backend = Suppliers
            .memoize(() -> new Iproute2Backend(SearchPath.ofEnvironment()));

    /** Does nothing; programs are looked for when somebody asks. */
    public Iproute2NetlinkHandlerProvider() {}

    @Override
    public String id() {
        return "iproute2";
    }

    @Override
    public int priority() {
        return 50;
    }

    @Override
    public Availability availability() {
        return backend.get().availability();
    }

    /**
     * Starts two {@code ip(8)} in the namespace, which hold it and answer; other programs follow when they are needed.
     *
     * @param options namespace, deadline and listener
     * @return an open handler, which the caller closes
     * @throws NetlinkException NOT_FOUND if the namespace is gone, INVALID if it is no network namespace, DENIED if it may not be
     *         entered (setns(2) needs CAP_SYS_ADMIN), UNSUPPORTED if the backend is not available, TIMEOUT if that took longer than
     *         the deadline
     */
    @Override
    public NetlinkHandler open(HandlerOptions options) {
        return backend.get().open(options);
    }
}
