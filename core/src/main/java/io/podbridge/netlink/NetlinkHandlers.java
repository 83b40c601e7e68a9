package io.podbridge.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> OURS = Set.of("panama", "iproute2");
    private static final String ARTIFACTS = "add io.podbridge:podbridge-backend-panama (Java 22 or newer) or"
            + " io.podbridge:podbridge-backend-iproute2 (needs ip(8)) to the class path or module path";

    private final List<Candidate> candidates;
    private final Optional<Wish> wish;

    private NetlinkHandlers(List<Candidate> candidates, Optional<Wish> wish) {
        this.candidates = candidates;
        this.wish = wish;
    }

    /** A backend that somebody asked for by its id, and where. */
    private record Wish(String id, String where) {}

    /** {@return the backends that ServiceLoader finds beside this library, with the choice that property or variable make} */
    public static NetlinkHandlers installed() {
        Optional<Wish> asked = wish(System.getProperty(PROPERTY, ""), "the system property " + PROPERTY)
                .or(() -> wish(Optional.ofNullable(System.getenv(VARIABLE)).orElse(""), "the environment variable " + VARIABLE));
        return new NetlinkHandlers(Candidate.inOrder(ProviderLoader.load()), asked);
    }

    /**
     * Backends given by hand, without ServiceLoader, such as the testkit's in-memory kernel. Property and variable do not count.
     *
     * @param providers the backends
     * @return the choice among them
     */
    public static NetlinkHandlers of(NetlinkHandlerProvider... providers) {
        return new NetlinkHandlers(Candidate.inOrder(List.of(providers)), Optional.empty());
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
        return new NetlinkHandlers(candidates, Optional.of(new Wish(id, "the caller")));
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
        return meant().filter(candidate -> candidate.availability().isAvailable()).findFirst().orElseThrow(this::refusal)
                .provider();
    }

    /**
     * Every backend, the one that is chosen first, then by priority; each is asked whether it is available. None is selected where
     * {@link #provider} would throw.
     *
     * @return the backends, broken ones among them
     */
    public List<ProviderStatus> statuses() {
        List<ProviderStatus> others = candidates.stream().map(Candidate::status).collect(Collectors.toCollection(ArrayList::new));
        Optional<ProviderStatus> chosen = others.stream()
                .filter(status -> isMeant(status.id()) && status.availability().isAvailable()).findFirst();
        chosen.ifPresent(others::remove);
        return Stream.concat(chosen.stream().map(ProviderStatus::chosen), others.stream()).toList();
    }

    private boolean isMeant(String id) {
        return wish.map(asked -> asked.id.equals(id)).orElse(true);
    }

    private Stream<Candidate> meant() {
        return candidates.stream().filter(candidate -> isMeant(candidate.id()));
    }

    private NetlinkException refusal() {
        String target = wish.map(asked -> "the backend \"" + asked.id + "\", which " + asked.where + " names")
                .orElse("a netlink backend");
        return NetlinkException.failed("open", target).kind(FailureKind.UNSUPPORTED).advice(why()).build();
    }

    private String why() {
        if (candidates.isEmpty()) {
            return "none was found; " + ARTIFACTS;
        }
        if (wish.isEmpty()) {
            return "none is available: " + joined(candidates.stream().map(Candidate::describe));
        }
        return meant().findFirst().map(candidate -> candidate.availability().reason())
                .orElseGet(() -> "found were " + joined(candidates.stream().map(Candidate::name)) + "; "
                        + (OURS.contains(wish.get().id) ? ARTIFACTS : "name one of them"));
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    private static Optional<Wish> wish(String id, String where) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new Wish(id, where));
    }
}
