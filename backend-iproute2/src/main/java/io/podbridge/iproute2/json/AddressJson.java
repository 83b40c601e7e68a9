package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses, from {@code ip -d -j -N addr show}. Who made an address is told by newer versions alone (6.3 and later); attributes that
 * ip(8) does not know are never told.
 */
public final class AddressJson {
    private static final int STABLE_PRIVACY = 0x800;
    /** {@code secondary} is IPv4's name for a flag that is {@code temporary} in IPv6. */
    private static final Map<String, Integer> FLAGS = Map.ofEntries(Map.entry("secondary", AddressFlags.SECONDARY),
            Map.entry("temporary", AddressFlags.SECONDARY), Map.entry("nodad", AddressFlags.NODAD),
            Map.entry("optimistic", AddressFlags.OPTIMISTIC), Map.entry("dadfailed", AddressFlags.DADFAILED),
            Map.entry("home", AddressFlags.HOMEADDRESS), Map.entry("deprecated", AddressFlags.DEPRECATED),
            Map.entry("tentative", AddressFlags.TENTATIVE), Map.entry("mngtmpaddr", AddressFlags.MANAGETEMPADDR),
            Map.entry("noprefixroute", AddressFlags.NOPREFIXROUTE), Map.entry("autojoin", AddressFlags.MCAUTOJOIN),
            Map.entry("stable-privacy", STABLE_PRIVACY));

    private final int linkIndex;
    private final Fields fields;

    private AddressJson(int linkIndex, Fields fields) {
        this.linkIndex = linkIndex;
        this.fields = fields;
    }

    /**
     * Reads addresses.
     *
     * @param command the command, for messages
     * @param json what it printed
     * @return the addresses in the kernel's order: those of IPv4 first, and within a family link by link
     * @throws UnreadableOutputException if it is not what that command prints
     */
    public static List<InterfaceAddress> read(String command, String json) {
        return Output.objects(command, json).stream().flatMap(AddressJson::ofLink)
                .sorted(Comparator.comparing(InterfaceAddress::family)).toList();
    }

    /** An address of another family than the two is left out. */
    private static Stream<InterfaceAddress> ofLink(Fields link) {
        int index = LinkJson.index(link);
        return link.objects("addr_info").stream().filter(address -> !address.isEmpty())
                .filter(address -> family(address).isPresent()).map(address -> new AddressJson(index, address).address());
    }

    private static Optional<IpFamily> family(Fields address) {
        return switch (address.required("family", address.text("family"))) {
            case "inet" -> Optional.of(IpFamily.IPV4);
            case "inet6" -> Optional.of(IpFamily.IPV6);
            default -> Optional.empty();
        };
    }

    private InterfaceAddress address() {
        String length = Long.toString(fields.number("prefixlen", IpFamily.IPV6.addressBits()).orElse(0));
        IpPrefix prefix = fields.required("local", fields.value("local", text -> IpPrefix.parse(text + "/" + length)));
        InterfaceAddress.Builder address = InterfaceAddress.builder(linkIndex, prefix).flags(flags());
        address.scope(new Scope((int) fields.number("scope", 255).orElse(0)));
        address.validLifetime(lifetime("valid_life_time")).preferredLifetime(lifetime("preferred_life_time"));
        fields.value("address", IpAddress::parse).ifPresent(address::peer);
        fields.value("broadcast", IpAddress::parse).ifPresent(address::broadcast);
        fields.text("label").ifPresent(address::label);
        fields.number("metric").ifPresent(address::metric);
        fields.number("protocol", 255).ifPresent(number -> address.protocol((int) number));
        return address.build();
    }

    /** The one that is told by its absence is PERMANENT. */
    private AddressFlags flags() {
        int bits = fields.flag("dynamic") ? 0 : AddressFlags.PERMANENT;
        for (Map.Entry<String, Integer> flag : FLAGS.entrySet()) {
            bits |= fields.flag(flag.getKey()) ? flag.getValue() : 0;
        }
        return new AddressFlags(bits | fields.value("ifa_flags", text -> Integer.parseUnsignedInt(text, 16)).orElse(0));
    }

    private Lifetime lifetime(String name) {
        return new Lifetime(fields.number(name).orElse(Lifetime.FOREVER_SECONDS));
    }
}
