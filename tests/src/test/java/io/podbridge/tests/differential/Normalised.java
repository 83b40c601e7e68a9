package io.podbridge.tests.differential;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A sight in a form that two kernels can agree on. Links and the addresses of each link are compared in the kernel's order, and so are
 * routes of the same destination that somebody asked for; all others by what they are, since neighbours and tables come in the order of a hash.
 *
 * @param entries the fields of each object, by the object
 */
record Normalised(Map<String, Map<String, String>> entries) {
    /** Without the fields that one of the two does not tell. */
    static Normalised of(Sight sight, Set<String> untold) {
        Normalised all = of(sight);
        all.entries.values().forEach(fields -> fields.keySet().removeAll(untold));
        return all;
    }

    static Normalised of(Sight sight) {
        Entries entries = new Entries(sight);
        Normalised normalised = new Normalised(new TreeMap<>());
        sight.links().forEach(link -> normalised.put(entries.link(link)));
        sight.addresses().forEach(address -> normalised.put(entries.address(address)));
        sight.routes().forEach(route -> normalised.put(entries.route(route)));
        sight.neighbours().stream().filter(Normalisation::isCompared)
                .forEach(neighbour -> normalised.put(entries.neighbour(neighbour)));
        sight.settings().forEach((key, value) -> normalised.put(Entry.of("sysctl " + key).with("value", value)));
        normalised.put(order(sight, entries));
        return normalised;
    }

    private static Entry order(Sight sight, Entries entries) {
        Entry order = Entry.of("order of").with("links", sight.links().stream().map(Link::name).toList());
        sight.addresses().stream().collect(Collectors.groupingBy(InterfaceAddress::linkIndex, TreeMap::new, Collectors.toList()))
                .forEach((index, addresses) -> order.with("addresses of " + entries.name(index),
                        addresses.stream().map(entries::key).toList()));
        return order;
    }

    /** Of several objects with the same key the second gets a number, and so on. */
    private void put(Entry entry) {
        String key = entry.key();
        for (int i = 2; entries.containsKey(key); i++) {
            key = entry.key() + " #" + i;
        }
        entries.put(key, entry.fields());
    }
}
