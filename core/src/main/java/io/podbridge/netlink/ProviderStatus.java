package io.podbridge.netlink;

/**
 * A backend that was found, and whether it can serve.
 *
 * @param id the backend's id; {@code broken} for one that could not be loaded or cannot say its id, whose reason then has its name
 * @param priority the backend's priority, higher first
 * @param availability whether it can serve, and why
 * @param selected whether it is the one that would be taken now
 */
public record ProviderStatus(String id, int priority, Availability availability, boolean selected) {

    ProviderStatus chosen() {
        return new ProviderStatus(id, priority, availability, true);
    }
}
