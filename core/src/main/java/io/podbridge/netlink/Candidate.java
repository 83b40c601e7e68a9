package io.podbridge.netlink;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A provider, and what it said of itself when it was asked once. Providers are the code of strangers: whatever one of them throws
 * or leaves out is the reason that it cannot serve, and no harm to the others.
 *
 * @param provider the provider
 * @param id its id
 * @param priority its priority
 */
record Candidate(NetlinkHandlerProvider provider, String id, int priority) {

    /** {@return the providers in the order in which they are taken: by priority, ties by id} */
    static List<Candidate> inOrder(List<NetlinkHandlerProvider> providers) {
        return providers.stream().map(Candidate::of)
                .sorted(Comparator.comparingInt(Candidate::priority).reversed().thenComparing(Candidate::id)).toList();
    }

    private static Candidate of(NetlinkHandlerProvider provider) {
        try {
            return new Candidate(provider, Objects.requireNonNull(provider.id(), "its id is null"), provider.priority());
        } catch (Throwable e) {
            String name = provider.getClass().getName();
            return of(new BrokenProvider(name + " failed when asked for id and priority: " + e, e));
        }
    }

    /** {@return whether it can serve; asks each time} */
    Availability availability() {
        try {
            return Objects.requireNonNull(provider.availability(), "its answer is null");
        } catch (Throwable e) {
            return Availability.unavailable("it failed when asked: " + e);
        }
    }

    ProviderStatus status() {
        return new ProviderStatus(id, priority, availability(), false);
    }

    /** {@return its id with the reason why it cannot serve} */
    String describe() {
        return id + " (" + availability().reason() + ")";
    }

    /** {@return its id, which for a broken one says nothing without the reason} */
    String name() {
        return provider instanceof BrokenProvider ? describe() : id;
    }
}
