package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.Toolbox;
import io.podbridge.netlink.Availability;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the provider offers, with the programs of one search path. */
public final class Iproute2Backend {
    private final SearchPath path;
    private final Installation installation;
    /** What is the same in every namespace. */
    private final Map<Feature, Boolean> inGeneral = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Availability> good = new AtomicReference<>();

    /**
     * Looks for nothing yet.
     *
     * @param path where programs are looked for
     */
    public Iproute2Backend(SearchPath path) {
        this.path = path;
        this.installation = new Installation(path);
    }

    /** {@return whether the programs are there and can be used; looked up until they are} */
    public Availability availability() {
        Availability known = good.get();
        if (known != null) {
            return known;
        }
        Availability found = installation.check();
        if (found.isAvailable()) {
            good.set(found);
        }
        return found;
    }

    /**
     * Opens a handler.
     *
     * @param options namespace, deadline and listener
     * @return an open handler, which the caller closes
     * @throws NetlinkException as {@link io.podbridge.netlink.NetlinkHandlerProvider#open} says
     */
    public NetlinkHandler open(HandlerOptions options) {
        Availability availability = availability();
        if (!availability.isAvailable()) {
            throw NetlinkException.failed("open", "the backend iproute2").kind(FailureKind.UNSUPPORTED)
                    .advice(availability.reason()).build();
        }
        options.namespace().requireKernel();
        Toolbox here = Toolbox.here(path);
        Residents residents = enter(options, here);
        return new Iproute2NetlinkHandler(options, new Session(residents, here, options.deadline()), inGeneral);
    }

    private static Residents enter(HandlerOptions options, Toolbox here) {
        NetworkNamespace namespace = options.namespace();
        try {
            Residents residents = Residents.move(here, namespace.path(), Deadline.in(options.deadline()));
            confirm(residents, namespace);
            return residents;
        } catch (ToolException e) {
            throw Failures.entering(namespace, e);
        }
    }

    /** Only once the namespace is held it can be told that it is still the one that was meant. */
    private static void confirm(Residents residents, NetworkNamespace namespace) throws ToolException {
        try {
            namespace.confirm();
            if (!NetworkNamespace.ofPath(residents.namespace()).inode().equals(namespace.inode())) {
                throw NetlinkException.failed("enter", namespace.toString()).kind(FailureKind.NOT_FOUND)
                        .advice("it is not the one that was found before; look it up again").build();
            }
        } catch (ToolException | RuntimeException e) {
            residents.close();
            throw e;
        }
    }
}
