package io.podbridge.testkit.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of a namespace's links. Names and alternative names share one space. */
final class Names {
    /** The folders beside those of the links, which no link can be called like. */
    static final Set<String> OF_ALL_AND_NEW_LINKS = Set.of("all", "default");

    private final Rules rules;
    private final Map<String, Device> names = new HashMap<>();
    private final Map<String, Device> alternatives = new HashMap<>();

    Names(Rules rules) {
        this.rules = rules;
    }

    Optional<Device> find(String name) {
        Optional<Device> named = Optional.ofNullable(names.get(name));
        return named.isPresent() || !rules.hold(KernelRule.LINK_IS_FOUND_BY_ALTNAME)
                ? named
                : Optional.ofNullable(alternatives.get(name));
    }

    /** Whether a link cannot be called so. */
    boolean isTaken(String name) {
        return (names.containsKey(name) && rules.hold(KernelRule.TAKEN_NAME_EXISTS))
                || (alternatives.containsKey(name) && rules.hold(KernelRule.ALTNAMES_SHARE_THE_SPACE_OF_NAMES));
    }

    /** As {@code sysctl_dev_name_is_allowed}: the folder of a link's settings could not be told from another; alternative names have none. */
    static void checkFolder(String name) {
        KernelRefusal.when(OF_ALL_AND_NEW_LINKS.contains(name), "EINVAL");
    }

    void give(Device device, String name) {
        names.remove(device.name, device);
        device.name = name;
        names.put(name, device);
    }

    void addAlternative(Device device, String name) {
        boolean taken = names.containsKey(name) || alternatives.containsKey(name);
        KernelRefusal.when(taken && rules.hold(KernelRule.TAKEN_ALTNAME_EXISTS), "EEXIST");
        alternatives.put(name, device);
        device.altNames.add(name);
    }

    void deleteAlternative(Device device, String name) {
        boolean there = device.altNames.contains(name);
        KernelRefusal.when(!there && (names.containsKey(name) || alternatives.containsKey(name)), "EINVAL");
        KernelRefusal.when(!there && rules.hold(KernelRule.MISSING_ALTNAME_IS_NOT_FOUND), "ENOENT");
        device.altNames.remove(name);
        if (rules.hold(KernelRule.DELETED_ALTNAME_IS_FREE)) {
            alternatives.remove(name, device);
        }
    }

    void forget(Device device) {
        if (rules.hold(KernelRule.NAMES_ARE_FREE_AFTER_THEIR_LINK)) {
            names.remove(device.name, device);
            device.altNames.forEach(alternatives::remove);
        }
    }
}
