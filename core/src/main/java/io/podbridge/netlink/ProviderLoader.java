package io.podbridge.netlink;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * Finds the backends on the class path or module path. A provider that cannot be loaded (made for a newer Java, a class missing,
 * throwing) becomes one that is unavailable with that reason, and never hides the others.
 */
final class ProviderLoader {
    /** A broken iterator may fail without getting on; no application has this many backends. */
    private static final int MOST = 100;

    private static final Supplier<List<NetlinkHandlerProvider>> FOUND = Suppliers.memoize(() -> List.copyOf(search()));

    private ProviderLoader() {}

    /** {@return those that were there when somebody asked first: what a class loader finds, it finds again} */
    static List<NetlinkHandlerProvider> load() {
        return FOUND.get();
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
