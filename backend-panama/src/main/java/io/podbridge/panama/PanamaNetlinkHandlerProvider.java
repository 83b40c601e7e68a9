package io.podbridge.panama;

import com.google.common.base.Suppliers;
import io.podbridge.netlink.Availability;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Offers the backend {@code panama}. This class is compiled for an older Java than all the others, so that one that cannot run them is
 * told so instead of failing to load it.
 */
public final class PanamaNetlinkHandlerProvider implements NetlinkHandlerProvider {
    private static final String IMPLEMENTATION = "io.podbridge.panama.handler.PanamaBackend";
    private static final int OLDEST_JAVA = 22;

    private final Supplier<NetlinkHandlerProvider> backend = Suppliers.memoize(PanamaNetlinkHandlerProvider::load);

    /** Does nothing; native code is linked when somebody asks. */
    public PanamaNetlinkHandlerProvider() {}

    @Override
    public String id() {
        return "panama";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Availability availability() {
        int java = Runtime.version().feature();
        if (java < OLDEST_JAVA) {
            return Availability.unavailable("it needs Java " + OLDEST_JAVA + " or newer, and this is Java " + java);
        }
        return backend().availability();
    }

    /**
     * Opens a netlink socket in the namespace, in a thread of its own that enters it.
     *
     * @param options namespace, deadline and listener
     * @return an open handler, which the caller closes
     * @throws NetlinkException NOT_FOUND if the namespace is gone, INVALID if it is no network namespace, DENIED if it may not be
     *         entered (setns(2) needs CAP_SYS_ADMIN), UNSUPPORTED if the backend is not available
     */
    @Override
    public NetlinkHandler open(HandlerOptions options) {
        return available().open(options);
    }

    /** Does all of the work in a thread of its own that enters the namespace. */
    @Override
    public <T> T during(HandlerOptions options, Function<NetlinkHandler, T> work) {
        return available().during(options, work);
    }

    private NetlinkHandlerProvider available() {
        Availability availability = availability();
        if (!availability.isAvailable()) {
            throw NetlinkException.failed("open", "the backend panama").kind(FailureKind.UNSUPPORTED)
                    .advice(availability.reason())
                    .build();
        }
        return backend();
    }

    private NetlinkHandlerProvider backend() {
        return backend.get();
    }

    private static NetlinkHandlerProvider load() {
        try {
            return Class.forName(IMPLEMENTATION).asSubclass(NetlinkHandlerProvider.class).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the jar of the backend panama is damaged: " + e, e);
        }
    }
}
