package io.podbridge.netlink;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds the backends on the class path or module path. A provider that cannot be loaded (made for a newer Java, a class missing,
 * throwing) becomes one that is unavailable with that reason, and never hides the others.
 */
final class ProviderLoader {
    /** A broken iterator may fail without getting on; no application has this many backends. */
    private static final int MOST = 100;

    private static final AtomicReference<@Nullable List<NetlinkHandlerProvider>> FOUND = new AtomicReference<>();

    private ProviderLoader() {}

    /** {@return those that are there: what a class loader has found, it finds again, but what was broken may be whole the next time} */
    static List<NetlinkHandlerProvider> load() {
        List<NetlinkHandlerProvider> known = FOUND.get();
        if (known != null) {
            return known;
        }
        List<NetlinkHandlerProvider> found = List.copyOf(search());
        if (found.stream().noneMatch(BrokenProvider.class::isInstance)) {
            FOUND.set(found);
        }
        return found;
    }

    private static List<NetlinkHandlerProvider> search() {
        Iterator<NetlinkHandlerProvider> found = ServiceLoader
                .load(NetlinkHandlerProvider.class, ProviderLoader.class.getClassLoader())
                .iterator();
        List<NetlinkHandlerProvider> providers = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            try {
                // Both calls can throw: hasNext() on the class path, next() on the module path.
                if (!found.hasNext()) {
                    return providers;
                }
                providers.add(found.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                providers.add(new BrokenProvider(reason(e), e));
            }
        }
        return providers;
    }

    /** A ServiceConfigurationError names the provider, and its cause says what is wrong with it. */
    private static String reason(Error e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + e.getCause();
    }
}
