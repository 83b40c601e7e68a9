package io.podbridge.binding;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.model.Sysctl;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A pod's interface as it was found, before anything was changed: all that the binding destroys or changes, and that release gives back.
 */
public final class PodInterface {
    private final Link link;
    private final Instant capturedAt;
    private final List<InterfaceAddress> addresses;
    private final List<Route> routes;
    private final List<Neighbour> neighbours;
    private final Map<Sysctl, String> sysctls;

    private PodInterface(Builder builder) {
        link = builder.link;
        capturedAt = builder.capturedAt;
        addresses = List.copyOf(builder.addresses);
        routes = List.copyOf(builder.routes);
        neighbours = List.copyOf(builder.neighbours);
        sysctls = Map.copyOf(builder.sysctls);
    }

    /**
     * Starts a value from what it cannot do without.
     *
     * @param link the link itself
     * @param capturedAt when it was read; lifetimes count from here
     * @return a builder with everything else absent
     */
    public static Builder builder(Link link, Instant capturedAt) {
        return new Builder(link, capturedAt);
    }

    /** {@return a builder with all of this value, to change some of it} */
    public Builder toBuilder() {
        Builder builder = new Builder(link, capturedAt);
        builder.addresses = addresses;
        builder.routes = routes;
        builder.neighbours = neighbours;
        builder.sysctls = sysctls;
        return builder;
    }

    /** {@return the link itself} */
    public Link link() {
        return link;
    }

    /** {@return when it was read; lifetimes count from here} */
    public Instant capturedAt() {
        return capturedAt;
    }

    /** {@return its addresses of both families, in the kernel's order} */
    public List<InterfaceAddress> addresses() {
        return addresses;
    }

    /** {@return the routes that leave through it, of both families and all tables; those of other links that have one of its addresses as source; and those of the main table that discard packets} */
    public List<Route> routes() {
        return routes;
    }

    /** {@return the configured entries of its neighbour tables: permanent, without ARP, learned outside, and proxies} */
    public List<Neighbour> neighbours() {
        return neighbours;
    }

    /** {@return its settings that a binding changes} */
    public Map<Sysctl, String> sysctls() {
        return sysctls;
    }

    /** {@return the name under which the pod knows it} */
    public String name() {
        return link.name();
    }

    /** {@return its own addresses that others can reach it by: those that move to the placeholder and to the guest} */
    public List<InterfaceAddress> movableAddresses() {
        return addresses.stream().filter(PodInterface::isMovable).toList();
    }

    /** {@return whether the pod got an address for it at all; without one the guest brings its own} */
    public boolean hasAddress() {
        return !movableAddresses().isEmpty();
    }

    /** Link-local addresses of IPv6 belong to the link and its MAC, temporary ones to the kernel, and groups to nobody. */
    private static boolean isMovable(InterfaceAddress address) {
        boolean madeByKernel = address.isTemporary() || (address.family() == IpFamily.IPV6 && address.address().isLinkLocal());
        return !madeByKernel && !address.address().isMulticast() && address.scope().number() < Scope.HOST.number();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PodInterface that && state().equals(that.state());
    }

    @Override
    public int hashCode() {
        return state().hashCode();
    }

    private List<Object> state() {
        return List.of(link, capturedAt, addresses, routes, neighbours, sysctls);
    }

    /** Collects the parts of a {@link PodInterface}; not for several threads. */
    public static final class Builder {
        private Link link;
        private Instant capturedAt;
        private List<InterfaceAddress> addresses = List.of();
        private List<Route> routes = List.of();
        private List<Neighbour> neighbours = List.of();
        private Map<Sysctl, String> sysctls = Map.of();

        private Builder(Link link, Instant capturedAt) {
            this.link = link;
            this.capturedAt = capturedAt;
        }

        /**
         * Sets it.
         *
         * @param link the link itself
         * @return this builder
         */
        public Builder link(Link link) {
            this.link = link;
            return this;
        }

        /**
         * Sets it.
         *
         * @param capturedAt when it was read; lifetimes count from here
         * @return this builder
         */
        public Builder capturedAt(Instant capturedAt) {
            this.capturedAt = capturedAt;
            return this;
        }

        /**
         * Sets it.
         *
         * @param addresses its addresses of both families, in the kernel's order
         * @return this builder
         */
        public Builder addresses(List<InterfaceAddress> addresses) {
            this.addresses = addresses;
            return this;
        }

        /**
         * Sets it.
         *
         * @param routes the routes that leave through it, of both families and all tables; those of other links that have one of its addresses as source; and those of the main table that discard packets
         * @return this builder
         */
        public Builder routes(List<Route> routes) {
            this.routes = routes;
            return this;
        }

        /**
         * Sets it.
         *
         * @param neighbours the configured entries of its neighbour tables: permanent, without ARP, learned outside, and proxies
         * @return this builder
         */
        public Builder neighbours(List<Neighbour> neighbours) {
            this.neighbours = neighbours;
            return this;
        }

        /**
         * Sets it.
         *
         * @param sysctls its settings that a binding changes
         * @return this builder
         */
        public Builder sysctls(Map<Sysctl, String> sysctls) {
            this.sysctls = sysctls;
            return this;
        }

        /** {@return the value} */
        public PodInterface build() {
            return new PodInterface(this);
        }
    }
}
