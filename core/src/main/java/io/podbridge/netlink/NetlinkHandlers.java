package io.podbridge.netlink;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses a backend and opens handlers with it. The choice, in this order: what the code names ({@link #withBackend}), the system
 * property {@code podbridge.backend}, the environment variable {@code PODBRIDGE_BACKEND}, the available provider of the highest
 * priority, ties by id. A backend that is named is taken or refused, never replaced; that the kernel denies something is never a cause
 * to take another.
 *
 * <p>Immutable and safe for several threads. A provider is asked whether it is available only if the choice depends on it.
 */
public final class NetlinkHandlers {
    /** The system property that names a backend. */
    public static final String PROPERTY = "podbridge.backend";
    /** The environment variable that names a backend. */
    public static final String VARIABLE = "PODBRIDGE_BACKEND";

    private static final String ARTIFACTS = "add io.podbridge:podbridge-backend-panama (Java 22 or newer) or"
            + " io.podbridge:podbridge-backend-iproute2 (needs ip(8)) to the class path or module path";

    private final List<NetlinkHandlerProvider> providers;
    private final Optional<Wish> wish;

    private NetlinkHandlers(List<NetlinkHandlerProvider> providers, Optional<Wish> wish) {
        this.providers = providers;
        this.wish = wish;
    }

    /** A backend that somebody asked for by its id, and where. */
    private record Wish(String id, String where) {}

    /** {@return the backends that ServiceLoader finds beside this library, with the choice that property or variable make} */
    public static NetlinkHandlers installed() {
        Optional<Wish> asked = wish(System.getProperty(PROPERTY, ""), "the system property " + PROPERTY)
                .or(() -> wish(Optional.ofNullable(System.getenv(VARIABLE)).orElse(""), "the environment variable " + VARIABLE));
        return new NetlinkHandlers(ProviderLoader.load(), asked);
    }

    /**
     * Backends given by hand, without ServiceLoader, such as the testkit's in-memory kernel. Property and variable do not count.
     *
     * @param providers the backends
     * @return the choice among them
     */
    public static NetlinkHandlers of(NetlinkHandlerProvider... providers) {
        return new NetlinkHandlers(List.of(providers), Optional.empty());
    }

    /**
     * Opens a handler with the installed backend that is chosen, with default options.
     *
     * @param namespace the namespace that it talks about
     * @return an open handler, which the caller closes
     * @throws NetlinkException as {@link #open(HandlerOptions)}
     */
    public static NetlinkHandler open(NetworkNamespace namespace) {
        return installed().open(HandlerOptions.of(namespace));
    }

    /**
     * The same backends with one of them named by the code.
     *
     * @param id the id, such as {@code panama}
     * @return the choice of that backend
     */
    public NetlinkHandlers withBackend(String id) {
        return new NetlinkHandlers(providers, Optional.of(new Wish(id, "the caller")));
    }

    /**
     * Opens a handler with the backend that is chosen.
     *
     * @param options namespace, deadline and listener
     * @return an open handler, which the caller closes
     * @throws NetlinkException UNSUPPORTED if no backend can serve, with the reason of each; otherwise as
     *         {@link NetlinkHandlerProvider#open}
     */
    public NetlinkHandler open(HandlerOptions options) {
        return provider().open(options);
    }

    /**
     * The backend that is chosen.
     *
     * @return the provider
     * @throws NetlinkException UNSUPPORTED if the one that was named is not there or not available, or if none is available: with the
     *         reason of each, or with the artifacts to add if none was found
     */
    public NetlinkHandlerProvider provider() {
        return wish.isPresent() ? named(wish.get()) : best();
    }

    /** {@return every backend, the one that is chosen first, then by priority; each is asked whether it is available} */
    public List<ProviderStatus> statuses() {
        Optional<NetlinkHandlerProvider> chosen = inOrder()
                .filter(provider -> wish.map(asked -> asked.id.equals(provider.id())).orElse(true))
                .filter(provider -> availability(provider).isAvailable()).findFirst();
        return inOrder()
                .map(provider -> new ProviderStatus(provider.id(), provider.priority(), availability(provider),
                        chosen.equals(Optional.of(provider))))
                .sorted(Comparator.comparing((ProviderStatus status) -> !status.selected())).toList();
    }

    private NetlinkHandlerProvider named(Wish asked) {
        NetlinkHandlerProvider provider = inOrder().filter(candidate -> candidate.id().equals(asked.id)).findFirst()
                .orElseThrow(() -> refused("the backend \"" + asked.id + "\", which " + asked.where + " names",
                        providers.isEmpty() ? "none was found; " + ARTIFACTS : "there are " + ids()));
        Availability answer = availability(provider);
        if (!answer.isAvailable()) {
            throw refused("the backend \"" + asked.id + "\", which " + asked.where + " names", answer.reason());
        }
        return provider;
    }

    private NetlinkHandlerProvider best() {
        return inOrder().filter(provider -> availability(provider).isAvailable()).findFirst().orElseThrow(
                () -> refused("a netlink backend",
                        providers.isEmpty() ? "none was found; " + ARTIFACTS : "none is available: " + reasons()));
    }

    private Stream<NetlinkHandlerProvider> inOrder() {
        return providers.stream().sorted(Comparator.comparingInt(NetlinkHandlerProvider::priority).reversed()
                .thenComparing(NetlinkHandlerProvider::id));
    }

    private String ids() {
        return inOrder().map(NetlinkHandlerProvider::id).collect(Collectors.joining(", "));
    }

    private String reasons() {
        return inOrder().map(provider -> provider.id() + " (" + availability(provider).reason() + ")")
                .collect(Collectors.joining(", "));
    }

    /** A provider must not throw here; one that does must not hide the others. */
    private static Availability availability(NetlinkHandlerProvider provider) {
        try {
            return provider.availability();
        } catch (RuntimeException | LinkageError e) {
            return Availability.unavailable("it failed when asked: " + e);
        }
    }

    private static Optional<Wish> wish(String id, String where) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new Wish(id, where));
    }

    private static NetlinkException refused(String target, String why) {
        return NetlinkException.failed("open", target).kind(FailureKind.UNSUPPORTED).advice(why).build();
    }
}
