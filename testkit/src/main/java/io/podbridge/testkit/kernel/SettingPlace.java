package io.podbridge.testkit.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * Where a setting is kept.
 *
 * @param settings those that it is among
 * @param name its name there
 * @param of whose it is
 * @param device the link whose it is
 */
record SettingPlace(Map<String, String> settings, String name, Of of, Optional<Device> device) {

    /** Whose settings these are: {@code all} links', which some are given on from, those of {@code default} for new links, one link's. */
    enum Of {
        NAMESPACE, ALL_IPV4, NEW_IPV4, LINK_IPV4, ALL_IPV6, NEW_IPV6, LINK_IPV6
    }

    Optional<String> read() {
        return Optional.ofNullable(settings.get(name));
    }

    void put(String value) {
        settings.put(name, value);
    }
}
