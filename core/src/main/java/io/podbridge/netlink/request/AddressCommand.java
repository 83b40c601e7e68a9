package io.podbridge.netlink.request;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An address in the words of {@code ip address}. */
final class AddressCommand {
    private static final Map<Integer, String> FLAGS = new TreeMap<>(Map.of(AddressFlags.HOMEADDRESS, "home", AddressFlags.NODAD,
            "nodad", AddressFlags.OPTIMISTIC, "optimistic", AddressFlags.MANAGETEMPADDR, "mngtmpaddr", AddressFlags.NOPREFIXROUTE,
            "noprefixroute", AddressFlags.MCAUTOJOIN, "autojoin"));

    private static final int FOR_IPV6_ALONE = AddressFlags.HOMEADDRESS | AddressFlags.NODAD | AddressFlags.OPTIMISTIC
            | AddressFlags.MANAGETEMPADDR;

    private AddressCommand() {}

    static Command of(String verb, LinkId link, InterfaceAddress address) {
        return Command.of("ip", "address", verb).with(words(link, address));
    }

    static Command delete(LinkId link, InterfaceAddress address) {
        return Command.of("ip", "address", "del").with(local(address)).with("dev", link.name());
    }

    /** Several flags are words for IPv6 alone: of an IPv4 address they are left out, with a warning. */
    static List<String> unsaid(InterfaceAddress address) {
        List<String> unsaid = new ArrayList<>();
        if (address.family() == IpFamily.IPV4 && (address.flags().bits() & FOR_IPV6_ALONE) != 0) {
            unsaid.add("such flags of an IPv4 address");
        }
        unsaid.addAll(unsaidOfPeer(address));
        if (!address.unknownAttributes().isEmpty()) {
            unsaid.add("attributes of an address that are known by number alone");
        }
        return List.copyOf(unsaid);
    }

    /** ip(8) takes the prefix length 0 of a peer for none, and makes it that of a host. */
    static List<String> unsaidOfPeer(InterfaceAddress address) {
        return address.peer().isPresent() && address.prefix().length() == 0
                ? List.of("a peer with the prefix length 0")
                : List.of();
    }

    private static String[] words(LinkId link, InterfaceAddress address) {
        List<String> words = new ArrayList<>(Arrays.asList(local(address)));
        address.broadcast().ifPresent(broadcast -> words.addAll(List.of("broadcast", broadcast.toString())));
        if (address.family() == IpFamily.IPV4) {
            words.addAll(List.of("scope", address.scope().toString()));
        }
        words.addAll(List.of("dev", link.name()));
        address.label().ifPresent(label -> words.addAll(List.of("label", label)));
        if (!address.validLifetime().isForever()) {
            words.addAll(List.of("valid_lft", seconds(address.validLifetime().seconds())));
        }
        if (!address.preferredLifetime().isForever()) {
            words.addAll(List.of("preferred_lft", seconds(address.preferredLifetime().seconds())));
        }
        address.metric().ifPresent(metric -> words.addAll(List.of("metric", Long.toString(metric))));
        address.protocol().ifPresent(protocol -> words.addAll(List.of("proto", Integer.toString(protocol))));
        FLAGS.forEach((bit, word) -> {
            if (address.flags().has(bit)) {
                words.add(word);
            }
        });
        return words.toArray(String[]::new);
    }

    private static String[] local(InterfaceAddress address) {
        if (address.peer().isEmpty()) {
            return new String[] {address.prefix().toString()};
        }
        return new String[] {address.address().toString(), "peer", address.peer().get() + "/" + address.prefix().length()};
    }

    private static String seconds(long seconds) {
        return Long.toString(seconds);
    }
}
