package io.podbridge.testkit.assertions;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.netlink.state.RouteText;
import io.podbridge.testkit.netns.Eventually;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the network of a whole pod, in the kernel or in memory. All of a chain speak of the moment at which the chain began:
 * the pod is read once, when {@code assertThat} is called; {@link #isUnchangedSince} alone may read it again. Routes are those of the main table.
 */
public final class PodAssert extends NounAssert<PodAssert, NetlinkHandler> {
    private static final Duration OWN_ROUTES = Duration.ofSeconds(10);

    private final Optional<NamespaceState> read;

    PodAssert(@Nullable NetlinkHandler actual) {
        super(actual, PodAssert.class);
        read = Optional.ofNullable(actual).map(NamespaceState::read);
    }

    private NamespaceState state() {
        isNotNull();
        return read.orElseThrow();
    }

    @Override
    String noun() {
        return noun(actual).namespace().toString();
    }

    @Override
    List<String> text() {
        return state().lines();
    }

    /**
     * There is a link of this name or alternative name.
     *
     * @param name such as {@code k6t-eth0}
     * @return assertions about this link, with which the chain goes on
     */
    public PodLinkAssert hasLink(String name) {
        Optional<Link> link = state().link(name);
        if (link.isEmpty()) {
            expectAmong("links", name, linkNames());
        }
        return new PodLinkAssert(state(), link.orElseThrow());
    }

    /**
     * There is no link of this name or alternative name.
     *
     * @param name such as {@code tap0}
     * @return this
     */
    public PodAssert hasNoLink(String name) {
        state().link(name).ifPresent(found -> expectNotAmong("links", found.name(), linkNames()));
        return this;
    }

    /**
     * These are all links.
     *
     * @param names their names in any order, {@code lo} included
     * @return this
     */
    public PodAssert hasOnlyLinks(String... names) {
        return expect("links", Arrays.stream(names).sorted().toList(), linkNames());
    }

    /**
     * A link has this address.
     *
     * @param link the name of the link
     * @param prefix the address with the length of its subnet, such as {@code 10.244.1.7/24}
     * @return this
     * @throws IllegalArgumentException if the text is no prefix
     */
    public PodAssert hasAddress(String link, String prefix) {
        hasLink(link).hasAddress(prefix);
        return this;
    }

    /**
     * There is a default route by this gateway.
     *
     * @param gateway an address of either family
     * @return this
     * @throws IllegalArgumentException if the text is no address
     */
    public PodAssert hasDefaultRouteVia(String gateway) {
        IpFamily family = IpAddress.parse(gateway).family();
        return hasRouteVia(IpPrefix.all(family).toString(), gateway);
    }

    /**
     * There is a route to this destination by this gateway.
     *
     * @param destination such as {@code 10.96.0.0/12}
     * @param gateway such as {@code 10.244.1.1}
     * @return this
     * @throws IllegalArgumentException if a text is no prefix or no address
     */
    public PodAssert hasRouteVia(String destination, String gateway) {
        List<IpAddress> gateways = routes(destination).stream().flatMap(route -> route.nextHops().stream())
                .map(NextHop::gateway).flatMap(Optional::stream).toList();
        return expectAmong("gateways to " + destination, IpAddress.parse(gateway), gateways);
    }

    /**
     * There is no route to just this destination; a wider one may contain it.
     *
     * @param destination such as {@code 10.96.0.0/12}, or {@code 0.0.0.0/0} for the default route of IPv4
     * @return this
     * @throws IllegalArgumentException if the text is no prefix
     */
    public PodAssert hasNoRoute(String destination) {
        return expect("routes to " + destination, List.of(),
                routes(destination).stream().map(route -> RouteText.of(route, state().linkNames())).toList());
    }

    /**
     * There is no default route, neither of IPv4 nor of IPv6.
     *
     * @return this
     */
    public PodAssert hasNoDefaultRoute() {
        return hasNoRoute("0.0.0.0/0").hasNoRoute("::/0");
    }

    /**
     * An interface is handed over by a bridge binding with KubeVirt's names. As {@link #isBoundBy}.
     *
     * @param interfaceName the name under which the pod knows its NIC, such as {@code eth0}
     * @return this
     */
    public PodAssert isBound(String interfaceName) {
        return isBoundBy(BridgeBinding.of(interfaceName));
    }

    /**
     * A bridge binding is in its end state, as far as that can be seen without its journal: the NIC is a silent port of the bridge and has
     * the bridge's MAC address, the tap is a port and has the MTU of the NIC, the placeholder is down under the NIC's old name, and no
     * route leaves through either. The failure names all that does not hold.
     *
     * @param binding what should have been built; the owner of the tap counts if the binding names one
     * @return this
     */
    public PodAssert isBoundBy(BridgeBinding binding) {
        List<String> broken = BoundState.check(state(), binding);
        if (!broken.isEmpty()) {
            String list = String.join(System.lineSeparator() + "  - ", broken);
            fail(noun() + " should be bound by the " + binding + ", but" + System.lineSeparator() + "  - " + list, "bound",
                    broken);
        }
        return this;
    }

    /**
     * Nothing has changed but what changes by itself, as {@link NamespaceState#difference} says. A pod that differs while the kernel has a
     * route to make ({@link NamespaceState#hasOwnRoutes}) is read again, for ten seconds at most; one in memory is not.
     *
     * @param before what it was like, from {@link NamespaceState#read}
     * @return this
     */
    public PodAssert isUnchangedSince(NamespaceState before) {
        NamespaceState now = comparedTo(before);
        List<String> difference = before.difference(now);
        if (!difference.isEmpty()) {
            String list = String.join(System.lineSeparator() + "  ", difference);
            fail(noun() + " should be as it was before, but has lost (-) and gained (+)" + System.lineSeparator() + "  " + list
                    + System.lineSeparator() + "and is now", String.join("\n", before.lines()),
                    String.join("\n", now.lines()));
        }
        return this;
    }

    private NamespaceState comparedTo(NamespaceState before) {
        NetlinkHandler handler = noun(actual);
        Predicate<NamespaceState> isFinal = state -> handler.namespace().isInMemory() || state.hasOwnRoutes()
                || before.difference(state).isEmpty();
        return isFinal.test(state()) ? state() : Eventually.read(OWN_ROUTES, () -> NamespaceState.read(handler), isFinal);
    }

    private List<String> linkNames() {
        return state().links().stream().map(Link::name).sorted().toList();
    }

    private List<Route> routes(String destination) {
        IpPrefix wanted = IpPrefix.parse(destination);
        return state().routes().stream()
                .filter(route -> route.table() == Route.MAIN_TABLE && route.destination().equals(wanted)).toList();
    }
}
