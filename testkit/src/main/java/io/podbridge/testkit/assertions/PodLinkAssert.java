package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.state.NamespaceState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Assertions about a link among the others of its pod, as {@link PodAssert#hasLink} hands it out: its master, ports and addresses too. */
public final class PodLinkAssert extends AbstractLinkAssert<PodLinkAssert> {
    private final NamespaceState state;

    PodLinkAssert(NamespaceState state, Link actual) {
        super(actual, PodLinkAssert.class);
        this.state = state;
    }

    @Override
    List<String> text() {
        return state.lines(link());
    }

    /**
     * It is a port of this bridge, or enslaved to this bond or VRF.
     *
     * @param name the name of the master, such as {@code k6t-eth0}
     * @return this
     */
    public PodLinkAssert hasMaster(String name) {
        return expect("master", name, master());
    }

    /**
     * This link is a port of it.
     *
     * @param name the name of the port, such as {@code tap0}
     * @return this
     */
    public PodLinkAssert hasPort(String name) {
        return expectAmong("ports", name, ports());
    }

    /**
     * These links are ports of it and no others are.
     *
     * @param names the names of the ports, in any order; none if it shall have none
     * @return this
     */
    public PodLinkAssert hasOnlyPorts(String... names) {
        return expect("ports", Arrays.stream(names).sorted().toList(), ports());
    }

    /**
     * It has this address.
     *
     * @param prefix the address with the length of its subnet, such as {@code 10.244.1.7/24}
     * @return this
     * @throws IllegalArgumentException if the text is no prefix
     */
    public PodLinkAssert hasAddress(String prefix) {
        return expectAmong("addresses", IpPrefix.parse(prefix), addresses());
    }

    /**
     * It has these addresses in this order and no others, link-local ones included. The kernel lists IPv4 first, and IPv6 newest first.
     *
     * @param prefixes such as {@code 10.244.1.7/24}; none if it shall have none
     * @return this
     * @throws IllegalArgumentException if a text is no prefix
     */
    public PodLinkAssert hasOnlyAddresses(String... prefixes) {
        return expect("addresses", Arrays.stream(prefixes).map(IpPrefix::parse).toList(), addresses());
    }

    /**
     * It has no address at all, not even a link-local one.
     *
     * @return this
     */
    public PodLinkAssert hasNoAddress() {
        return hasOnlyAddresses();
    }

    private Optional<String> master() {
        return Words.optional(link().master()).map(index -> state.linkNames().getOrDefault(index, "if" + index));
    }

    private List<String> ports() {
        return state.links().stream().filter(port -> port.master().equals(OptionalInt.of(link().index()))).map(Link::name)
                .sorted().toList();
    }

    private List<IpPrefix> addresses() {
        return state.addressesOf(link()).stream().map(InterfaceAddress::prefix).toList();
    }
}
