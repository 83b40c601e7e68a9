package io.podbridge.netlink.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A route as RTM_GETROUTE or {@code ip -d route} shows it, of either family and any table.
 */
public final class Route {
    /** The table that routes belong to unless told otherwise, {@code RT_TABLE_MAIN}. */
    public static final long MAIN_TABLE = 254;
    /** The table that the kernel keeps for its own addresses, {@code RT_TABLE_LOCAL}. */
    public static final long LOCAL_TABLE = 255;
    /** The number of the MTU among the metrics, {@code RTAX_MTU}. */
    public static final int METRIC_MTU = 2;

    private final IpPrefix destination;
    private final RouteType type;
    private final long table;
    private final RouteProtocol protocol;
    private final Scope scope;
    private final int tos;
    private final Optional<IpPrefix> sourcePrefix;
    private final Optional<IpAddress> preferredSource;
    private final OptionalLong metric;
    private final List<NextHop> nextHops;
    private final OptionalLong nextHopId;
    private final Map<Integer, Long> metrics;
    private final long lockedMetrics;
    private final Optional<String> congestionControl;
    private final OptionalInt preference;
    private final OptionalLong expiresSeconds;
    private final List<RawAttribute> unknownAttributes;

    private Route(Builder builder) {
        destination = builder.destination;
        type = builder.type;
        table = builder.table;
        protocol = builder.protocol;
        scope = builder.scope;
        tos = builder.tos;
        sourcePrefix = builder.sourcePrefix;
        preferredSource = builder.preferredSource;
        metric = builder.metric;
        nextHops = List.copyOf(builder.nextHops);
        nextHopId = builder.nextHopId;
        metrics = Map.copyOf(builder.metrics);
        lockedMetrics = builder.lockedMetrics;
        congestionControl = builder.congestionControl;
        preference = builder.preference;
        expiresSeconds = builder.expiresSeconds;
        unknownAttributes = List.copyOf(builder.unknownAttributes);
    }

    /**
     * Starts a value from what it cannot do without.
     *
     * @param destination where it leads; {@code 0.0.0.0/0} or {@code ::/0} for a default route
     * @return a builder with everything else absent
     */
    public static Builder builder(IpPrefix destination) {
        return new Builder(destination);
    }

    /** {@return a builder with all of this value, to change some of it} */
    public Builder toBuilder() {
        Builder builder = new Builder(destination);
        builder.type = type;
        builder.table = table;
        builder.protocol = protocol;
        builder.scope = scope;
        builder.tos = tos;
        builder.sourcePrefix = sourcePrefix;
        builder.preferredSource = preferredSource;
        builder.metric = metric;
        builder.nextHops = nextHops;
        builder.nextHopId = nextHopId;
        builder.metrics = metrics;
        builder.lockedMetrics = lockedMetrics;
        builder.congestionControl = congestionControl;
        builder.preference = preference;
        builder.expiresSeconds = expiresSeconds;
        builder.unknownAttributes = unknownAttributes;
        return builder;
    }

    /** {@return where it leads; {@code 0.0.0.0/0} or {@code ::/0} for a default route} */
    public IpPrefix destination() {
        return destination;
    }

    /** {@return what happens to the packets} */
    public RouteType type() {
        return type;
    }

    /** {@return the number of the routing table, 254 for main} */
    public long table() {
        return table;
    }

    /** {@return who made it} */
    public RouteProtocol protocol() {
        return protocol;
    }

    /** {@return how far its destination is} */
    public Scope scope() {
        return scope;
    }

    /** {@return the type of service that it is for, 0 for any} */
    public int tos() {
        return tos;
    }

    /** {@return the sources that it is for (IPv6 only)} */
    public Optional<IpPrefix> sourcePrefix() {
        return sourcePrefix;
    }

    /** {@return the source that the kernel takes for packets of its own} */
    public Optional<IpAddress> preferredSource() {
        return preferredSource;
    }

    /** {@return the priority, lower first; absent for IPv4's 0} */
    public OptionalLong metric() {
        return metric;
    }

    /** {@return the ways out: none for a blackhole, several for multipath} */
    public List<NextHop> nextHops() {
        return nextHops;
    }

    /** {@return the id of the next-hop object that it uses} */
    public OptionalLong nextHopId() {
        return nextHopId;
    }

    /** {@return the {@code RTAX_*} metrics by number, such as 2 for the MTU in bytes; those in {@link #lockedMetrics()} may not change} */
    public Map<Integer, Long> metrics() {
        return metrics;
    }

    /** {@return the metrics that path discovery must leave alone, one bit each ({@code RTAX_LOCK})} */
    public long lockedMetrics() {
        return lockedMetrics;
    }

    /** {@return the TCP congestion control for it ({@code RTAX_CC_ALGO})} */
    public Optional<String> congestionControl() {
        return congestionControl;
    }

    /** {@return the router preference ({@code RTA_PREF}, RFC 4191): 0 medium, 1 high, 3 low; IPv6 only} */
    public OptionalInt preference() {
        return preference;
    }

    /** {@return how many seconds it stays, for a route that ends} */
    public OptionalLong expiresSeconds() {
        return expiresSeconds;
    }

    /** {@return what the kernel told in attributes that this library does not know} */
    public List<RawAttribute> unknownAttributes() {
        return unknownAttributes;
    }

    /** {@return the family of the destination} */
    public IpFamily family() {
        return destination.family();
    }

    /** {@return whether it is for every destination} */
    public boolean isDefault() {
        return destination.isDefault();
    }

    /**
     * Whether one of its ways out is this link.
     *
     * @param linkIndex the index of a link
     * @return whether packets may leave there
     */
    public boolean leavesThrough(int linkIndex) {
        return nextHops.stream().anyMatch(hop -> hop.linkIndex().equals(OptionalInt.of(linkIndex)));
    }

    @Override
    public String toString() {
        return (isDefault() ? "default" : destination.toString())
                + nextHops.stream().map(hop -> " " + hop).collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Route that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(destination, type, table, protocol, scope, tos, sourcePrefix, preferredSource, metric, nextHops, nextHopId,
                metrics, lockedMetrics, congestionControl, preference, expiresSeconds, unknownAttributes);
    }

    /** Collects the parts of a {@link Route}; not for several threads. */
    public static final class Builder {
        private IpPrefix destination;
        private RouteType type = RouteType.UNICAST;
        private long table = MAIN_TABLE;
        private RouteProtocol protocol = RouteProtocol.BOOT;
        private Scope scope = Scope.UNIVERSE;
        private int tos = 0;
        private Optional<IpPrefix> sourcePrefix = Optional.empty();
        private Optional<IpAddress> preferredSource = Optional.empty();
        private OptionalLong metric = OptionalLong.empty();
        private List<NextHop> nextHops = List.of();
        private OptionalLong nextHopId = OptionalLong.empty();
        private Map<Integer, Long> metrics = Map.of();
        private long lockedMetrics = 0L;
        private Optional<String> congestionControl = Optional.empty();
        private OptionalInt preference = OptionalInt.empty();
        private OptionalLong expiresSeconds = OptionalLong.empty();
        private List<RawAttribute> unknownAttributes = List.of();

        private Builder(IpPrefix destination) {
            this.destination = destination;
        }

        /**
         * Sets it.
         *
         * @param destination where it leads; {@code 0.0.0.0/0} or {@code ::/0} for a default route
         * @return this builder
         */
        public Builder destination(IpPrefix destination) {
            this.destination = destination;
            return this;
        }

        /**
         * Sets it.
         *
         * @param type what happens to the packets
         * @return this builder
         */
        public Builder type(RouteType type) {
            this.type = type;
            return this;
        }

        /**
         * Sets it.
         *
         * @param table the number of the routing table, 254 for main
         * @return this builder
         * @throws IllegalArgumentException if it has no place in 32 bits
         */
        public Builder table(long table) {
            this.table = Unsigned.check("table", table);
            return this;
        }

        /**
         * Sets it.
         *
         * @param protocol who made it
         * @return this builder
         */
        public Builder protocol(RouteProtocol protocol) {
            this.protocol = protocol;
            return this;
        }

        /**
         * Sets it.
         *
         * @param scope how far its destination is
         * @return this builder
         */
        public Builder scope(Scope scope) {
            this.scope = scope;
            return this;
        }

        /**
         * Sets it.
         *
         * @param tos the type of service that it is for, 0 for any
         * @return this builder
         */
        public Builder tos(int tos) {
            this.tos = tos;
            return this;
        }

        /**
         * Sets it.
         *
         * @param sourcePrefix the sources that it is for (IPv6 only)
         * @return this builder
         */
        public Builder sourcePrefix(IpPrefix sourcePrefix) {
            this.sourcePrefix = Optional.of(sourcePrefix);
            return this;
        }

        /**
         * Sets it.
         *
         * @param preferredSource the source that the kernel takes for packets of its own
         * @return this builder
         */
        public Builder preferredSource(IpAddress preferredSource) {
            this.preferredSource = Optional.of(preferredSource);
            return this;
        }

        /**
         * Sets it.
         *
         * @param metric the priority, lower first; absent for IPv4's 0
         * @return this builder
         * @throws IllegalArgumentException if it has no place in 32 bits
         */
        public Builder metric(long metric) {
            this.metric = OptionalLong.of(Unsigned.check("metric", metric));
            return this;
        }

        /**
         * Sets it.
         *
         * @param nextHops the ways out: none for a blackhole, several for multipath
         * @return this builder
         */
        public Builder nextHops(List<NextHop> nextHops) {
            this.nextHops = nextHops;
            return this;
        }

        /**
         * Sets it.
         *
         * @param nextHopId the id of the next-hop object that it uses
         * @return this builder
         * @throws IllegalArgumentException if it has no place in 32 bits
         */
        public Builder nextHopId(long nextHopId) {
            this.nextHopId = OptionalLong.of(Unsigned.check("next hop's id", nextHopId));
            return this;
        }

        /**
         * Sets it.
         *
         * @param metrics the {@code RTAX_*} metrics by number, such as 2 for the MTU in bytes; those in {@link #lockedMetrics()} may not change
         * @return this builder
         */
        public Builder metrics(Map<Integer, Long> metrics) {
            this.metrics = metrics;
            return this;
        }

        /**
         * Sets it.
         *
         * @param lockedMetrics the metrics that path discovery must leave alone, one bit each ({@code RTAX_LOCK})
         * @return this builder
         */
        public Builder lockedMetrics(long lockedMetrics) {
            this.lockedMetrics = lockedMetrics;
            return this;
        }

        /**
         * Sets it.
         *
         * @param congestionControl the TCP congestion control for it ({@code RTAX_CC_ALGO})
         * @return this builder
         */
        public Builder congestionControl(String congestionControl) {
            this.congestionControl = Optional.of(congestionControl);
            return this;
        }

        /**
         * Sets it.
         *
         * @param preference the router preference ({@code RTA_PREF}, RFC 4191): 0 medium, 1 high, 3 low; IPv6 only
         * @return this builder
         */
        public Builder preference(int preference) {
            this.preference = OptionalInt.of(preference);
            return this;
        }

        /**
         * Sets it.
         *
         * @param expiresSeconds how many seconds it stays, for a route that ends
         * @return this builder
         * @throws IllegalArgumentException if it has no place in 32 bits
         */
        public Builder expiresSeconds(long expiresSeconds) {
            this.expiresSeconds = OptionalLong.of(Unsigned.check("lifetime", expiresSeconds));
            return this;
        }

        /**
         * Sets it.
         *
         * @param unknownAttributes what the kernel told in attributes that this library does not know
         * @return this builder
         */
        public Builder unknownAttributes(List<RawAttribute> unknownAttributes) {
            this.unknownAttributes = unknownAttributes;
            return this;
        }

        /** {@return the value} */
        public Route build() {
            return new Route(this);
        }
    }
}
