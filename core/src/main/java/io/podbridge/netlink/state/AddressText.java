package io.podbridge.netlink.state;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Lifetime;
import java.util.ArrayList;
import java.util.List;

/** An address in the style of {@code ip address}. */
public final class AddressText {

    private AddressText() {}

    /**
     * Shows it.
     *
     * @param address the address
     * @param linkName the name of its link, which is the label of an IPv4 address that has no other
     * @return such as {@code inet 10.244.1.7/24 brd 10.244.1.255 scope global eth0}; lifetimes that have no end are left out
     */
    public static String of(InterfaceAddress address, String linkName) {
        List<String> words = new ArrayList<>(List.of(address.family() == IpFamily.IPV4 ? "inet" : "inet6", local(address)));
        address.metric().ifPresent(metric -> words.add("metric " + metric));
        address.broadcast().ifPresent(broadcast -> words.add("brd " + broadcast));
        words.add("scope " + address.scope());
        words.addAll(flags(address));
        if (address.family() == IpFamily.IPV4) {
            words.add(address.label().orElse(linkName));
        }
        lifetime(words, "valid_lft", address.validLifetime());
        lifetime(words, "preferred_lft", address.preferredLifetime());
        return String.join(" ", words);
    }

    /**
     * Its flags in the words of {@code ip(8)}.
     *
     * @param address the address
     * @return such as {@code nodad}, {@code dynamic}
     */
    public static List<String> flags(InterfaceAddress address) {
        List<String> words = new ArrayList<>();
        if (address.flags().has(AddressFlags.SECONDARY)) {
            words.add(address.family() == IpFamily.IPV4 ? "secondary" : "temporary");
        }
        Flag.IN_ORDER.stream().filter(flag -> address.flags().has(flag.bit)).forEach(flag -> words.add(flag.word));
        if (!address.flags().has(AddressFlags.PERMANENT)) {
            words.add("dynamic");
        }
        return words;
    }

    private record Flag(int bit, String word) {
        private static final List<Flag> IN_ORDER = List.of(new Flag(AddressFlags.NODAD, "nodad"),
                new Flag(AddressFlags.OPTIMISTIC, "optimistic"), new Flag(AddressFlags.DADFAILED, "dadfailed"),
                new Flag(AddressFlags.HOMEADDRESS, "home"), new Flag(AddressFlags.DEPRECATED, "deprecated"),
                new Flag(AddressFlags.TENTATIVE, "tentative"), new Flag(AddressFlags.MANAGETEMPADDR, "mngtmpaddr"),
                new Flag(AddressFlags.NOPREFIXROUTE, "noprefixroute"), new Flag(AddressFlags.MCAUTOJOIN, "autojoin"));
    }

    private static String local(InterfaceAddress address) {
        return address.peer().map(peer -> address.address() + " peer " + peer + "/" + address.prefix().length())
                .orElseGet(() -> address.prefix().toString());
    }

    private static void lifetime(List<String> words, String name, Lifetime lifetime) {
        if (!lifetime.isForever()) {
            words.add(name + " " + lifetime);
        }
    }
}
