package io.podbridge.tests.interference;

import com.google.common.collect.Lists;
import io.podbridge.binding.OwnLinks;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.TapOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that a stranger does to a pod while it is bound or released.
 *
 * @param name what it is
 * @param requests what the stranger asks the kernel for, given who is who; nothing where there is nothing to interfere with
 * @param onlyOfTheDead whether it happens only after the process died that worked on the pod
 */
record Interference(String name, Function<Cast, List<NetlinkRequest>> requests, boolean onlyOfTheDead) {
    static final MacAddress STRANGE_MAC = MacAddress.parse("02:00:00:00:00:77");
    static final int STRANGE_MTU = 1300;
    static final String STRANGE_NAME = "meddled";
    static final IpPrefix STRANGE_PREFIX = IpPrefix.parse("10.9.9.9/24");
    private static final LinkId STRANGE_BRIDGE = new LinkId(900, "strange");

    private Interference(String name, Function<Cast, List<NetlinkRequest>> requests) {
        this(name, requests, false);
    }

    @Override
    public String toString() {
        return name;
    }

    /** {@return all that is tried} */
    static Stream<Interference> all() {
        return Stream.of(Stream.of(Role.values()).flatMap(Interference::with), withSome(), usurpers(), names())
                .flatMap(Function.identity());
    }

    private static Stream<Interference> with(Role role) {
        return Stream.of(
                to(role, "is deleted", link -> List.of(new LinkDelete(link.id()))),
                to(role, "is renamed", link -> List.of(LinkSet.of(link.id(), new LinkChange.Name(STRANGE_NAME)))),
                to(role, "goes down or up",
                        link -> List.of(LinkSet.of(link.id(), link.isUp() ? new LinkChange.Down() : new LinkChange.Up()))),
                to(role, "gets an address",
                        link -> List.of(
                                new AddressReplace(link.id(), InterfaceAddress.builder(link.index(), STRANGE_PREFIX).build()))),
                to(role, "gets another MAC address", link -> List.of(LinkSet.of(link.id(), new LinkChange.Mac(STRANGE_MAC)))),
                to(role, "gets another MTU", link -> List.of(LinkSet.of(link.id(), new LinkChange.Mtu(STRANGE_MTU)))),
                to(role, "gets an alternative name",
                        link -> List.of(LinkSet.of(link.id(), new LinkChange.AddAltName("alias-of-it")))));
    }

    /** Not every link has addresses, or can be a port. */
    private static Stream<Interference> withSome() {
        Stream<Interference> stripped = Stream.of(Role.NIC, Role.BRIDGE, Role.PLACEHOLDER)
                .map(role -> onLink(role, "loses its IPv4 addresses", Interference::strip));
        Stream<Interference> freed = Stream.of(Role.NIC, Role.TAP).map(role -> to(role, "leaves its bridge", Interference::free));
        Stream<Interference> caught = Stream.of(Role.NIC, Role.TAP, Role.PLACEHOLDER)
                .map(role -> to(role, "joins another bridge", Interference::enslave));
        return Stream.of(stripped, freed, caught).flatMap(Function.identity());
    }

    /** An index is given anew only to who asks for it, and nobody does so in the moment between a look and the request that follows from it. */
    private static Stream<Interference> usurpers() {
        return Stream.of(Role.values()).map(role -> to(role, "is deleted and another link gets its index",
                link -> List.of(new LinkDelete(link.id()), usurper(role, link.index()))).ofTheDead());
    }

    /** Of another kind, or nobody could tell it from the one that was there. */
    private static LinkAdd usurper(Role role, int index) {
        LinkAdd.Builder usurper = role == Role.NIC || role == Role.TAP
                ? LinkAdd.bridge("usurper")
                : LinkAdd.tap("usurper", TapOptions.ownedBy(0, 0));
        return usurper.index(index).build();
    }

    private Interference ofTheDead() {
        return new Interference(name, requests, true);
    }

    private static List<NetlinkRequest> free(Link link) {
        return link.master().isPresent() ? List.of(LinkSet.of(link.id(), new LinkChange.NoMaster())) : List.of();
    }

    private static List<NetlinkRequest> enslave(Link link) {
        return List.of(LinkAdd.bridge(STRANGE_BRIDGE.name()).index(STRANGE_BRIDGE.index()).build(),
                LinkSet.of(link.id(), new LinkChange.Master(STRANGE_BRIDGE)));
    }

    private static Interference to(Role role, String what, Function<Link, List<NetlinkRequest>> requests) {
        return onLink(role, what, (cast, link) -> requests.apply(link));
    }

    private static Interference onLink(Role role, String what, BiFunction<Cast, Link, List<NetlinkRequest>> requests) {
        return new Interference("the " + role + " " + what,
                cast -> cast.link(role).map(link -> requests.apply(cast, link)).orElse(List.of()));
    }

    /** The last first, since secondary addresses go with their primary. */
    private static List<NetlinkRequest> strip(Cast cast, Link link) {
        List<InterfaceAddress> there = cast.state().addressesOf(link).stream()
                .filter(address -> address.family() == IpFamily.IPV4).toList();
        return Lists.reverse(there).stream().<NetlinkRequest>map(address -> new AddressDelete(link.id(), address)).toList();
    }

    private static Stream<Interference> names() {
        return Stream.of(name("of the bridge", record -> Optional.of(record.binding().names().bridge())),
                name("of the tap", record -> Optional.of(record.binding().names().tap())),
                name("of the port", record -> Optional.of(record.binding().names().nic())),
                name("of the pod's interface", record -> Optional.of(record.binding().interfaceName())),
                name("of the placeholder for the meantime", record -> record.own().map(OwnLinks::temporaryPlaceholderName)))
                .flatMap(Function.identity());
    }

    private static Stream<Interference> name(String whose, Function<BindingRecord, Optional<String>> name) {
        return Stream.of(
                new Interference("another bridge takes the name " + whose,
                        cast -> freed(cast, name).map(taken -> List.<NetlinkRequest>of(LinkAdd.bridge(taken).build()))
                                .orElse(List.of())),
                new Interference("the loopback takes the name " + whose + " for an alternative one",
                        cast -> freed(cast, name)
                                .map(taken -> List
                                        .<NetlinkRequest>of(LinkSet.of(new LinkId(1, "lo"), new LinkChange.AddAltName(taken))))
                                .orElse(List.of())));
    }

    private static Optional<String> freed(Cast cast, Function<BindingRecord, Optional<String>> name) {
        return name.apply(cast.record()).filter(wanted -> cast.state().link(wanted).isEmpty());
    }
}
