package io.podbridge.netlink.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An IP address on a link, as RTM_GETADDR or {@code ip -d addr} shows it.
 */
public final class InterfaceAddress {
    private final int linkIndex;
    private final IpPrefix prefix;
    private final Optional<IpAddress> peer;
    private final Optional<IpAddress> broadcast;
    private final Optional<String> label;
    private final Scope scope;
    private final AddressFlags flags;
    private final Lifetime validLifetime;
    private final Lifetime preferredLifetime;
    private final OptionalLong metric;
    private final OptionalInt protocol;
    private final List<RawAttribute> unknownAttributes;

    private InterfaceAddress(Builder builder) {
        linkIndex = builder.linkIndex;
        prefix = builder.prefix;
        peer = builder.peer;
        broadcast = builder.broadcast;
        label = builder.label;
        scope = builder.scope;
        flags = builder.flags;
        validLifetime = builder.validLifetime;
        preferredLifetime = builder.preferredLifetime;
        metric = builder.metric;
        protocol = builder.protocol;
        unknownAttributes = List.copyOf(builder.unknownAttributes);
    }

    /**
     * Starts a value from what it cannot do without.
     *
     * @param linkIndex the index of the link that has it
     * @param prefix the local address with the length of its subnet; with a {@link #peer()} the length is that of the peer's
     * @return a builder with everything else absent
     */
    public static Builder builder(int linkIndex, IpPrefix prefix) {
        return new Builder(linkIndex, prefix);
    }

    /** {@return a builder with all of this value, to change some of it} */
    public Builder toBuilder() {
        Builder builder = new Builder(linkIndex, prefix);
        builder.peer = peer;
        builder.broadcast = broadcast;
        builder.label = label;
        builder.scope = scope;
        builder.flags = flags;
        builder.validLifetime = validLifetime;
        builder.preferredLifetime = preferredLifetime;
        builder.metric = metric;
        builder.protocol = protocol;
        builder.unknownAttributes = unknownAttributes;
        return builder;
    }

    /** {@return the index of the link that has it} */
    public int linkIndex() {
        return linkIndex;
    }

    /** {@return the local address with the length of its subnet; with a {@link #peer()} the length is that of the peer's} */
    public IpPrefix prefix() {
        return prefix;
    }

    /** {@return the address of the other end, if it differs from the local one} */
    public Optional<IpAddress> peer() {
        return peer;
    }

    /** {@return the broadcast address, IPv4 only} */
    public Optional<IpAddress> broadcast() {
        return broadcast;
    }

    /** {@return the label, IPv4 only: the name of the link, alone or with a suffix such as {@code eth0:1}} */
    public Optional<String> label() {
        return label;
    }

    /** {@return how far it reaches} */
    public Scope scope() {
        return scope;
    }

    /** {@return the {@code IFA_F_*} flags} */
    public AddressFlags flags() {
        return flags;
    }

    /** {@return how long it stays} */
    public Lifetime validLifetime() {
        return validLifetime;
    }

    /** {@return how long new connections take it as their source} */
    public Lifetime preferredLifetime() {
        return preferredLifetime;
    }

    /** {@return the metric of the subnet's route ({@code IFA_RT_PRIORITY}); absent for the default} */
    public OptionalLong metric() {
        return metric;
    }

    /** {@return who made it ({@code IFA_PROTO}, Linux 5.18): 1 loopback, 2 router advertisement, 3 link-local} */
    public OptionalInt protocol() {
        return protocol;
    }

    /** {@return what the kernel told in attributes that this library does not know} */
    public List<RawAttribute> unknownAttributes() {
        return unknownAttributes;
    }

    /** {@return the local address} */
    public IpAddress address() {
        return prefix.address();
    }

    /** {@return the family of the address} */
    public IpFamily family() {
        return prefix.family();
    }

    /** {@return whether it is of the scope global or site and no loopback: what a pod's own address is} */
    public boolean isGlobalUnicast() {
        return scope.number() < Scope.LINK.number() && !address().isLoopback() && !address().isMulticast();
    }

    /** {@return whether new connections should not use it: its preferred lifetime is over} */
    public boolean isDeprecated() {
        return flags.has(AddressFlags.DEPRECATED);
    }

    /** {@return whether the kernel made it from another one, for a time, to hide its owner: an IPv6 address of RFC 8981} */
    public boolean isTemporary() {
        return family() == IpFamily.IPV6 && flags.has(AddressFlags.SECONDARY);
    }

    @Override
    public String toString() {
        return prefix + peer.map(p -> " peer " + p).orElse("");
    }

    /** {@return the same address that does not tell who made it} */
    public InterfaceAddress withoutProtocol() {
        Builder builder = toBuilder();
        builder.protocol = OptionalInt.empty();
        return builder.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InterfaceAddress that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(linkIndex, prefix, peer, broadcast, label, scope, flags, validLifetime, preferredLifetime, metric,
                protocol, unknownAttributes);
    }

    /** Collects the parts of a {@link InterfaceAddress}; not for several threads. */
    public static final class Builder {
        private int linkIndex;
        private IpPrefix prefix;
        private Optional<IpAddress> peer = Optional.empty();
        private Optional<IpAddress> broadcast = Optional.empty();
        private Optional<String> label = Optional.empty();
        private Scope scope = Scope.UNIVERSE;
        private AddressFlags flags = new AddressFlags(0);
        private Lifetime validLifetime = Lifetime.FOREVER;
        private Lifetime preferredLifetime = Lifetime.FOREVER;
        private OptionalLong metric = OptionalLong.empty();
        private OptionalInt protocol = OptionalInt.empty();
        private List<RawAttribute> unknownAttributes = List.of();

        private Builder(int linkIndex, IpPrefix prefix) {
            this.linkIndex = linkIndex;
            this.prefix = prefix;
        }

        /**
         * Sets it.
         *
         * @param linkIndex the index of the link that has it
         * @return this builder
         */
        public Builder linkIndex(int linkIndex) {
            this.linkIndex = linkIndex;
            return this;
        }

        /**
         * Sets it.
         *
         * @param prefix the local address with the length of its subnet; with a {@link #peer()} the length is that of the peer's
         * @return this builder
         */
        public Builder prefix(IpPrefix prefix) {
            this.prefix = prefix;
            return this;
        }

        /**
         * Sets it.
         *
         * @param peer the address of the other end, if it differs from the local one
         * @return this builder
         */
        public Builder peer(IpAddress peer) {
            this.peer = Optional.of(peer);
            return this;
        }

        /**
         * Sets it.
         *
         * @param broadcast the broadcast address, IPv4 only
         * @return this builder
         */
        public Builder broadcast(IpAddress broadcast) {
            this.broadcast = Optional.of(broadcast);
            return this;
        }

        /**
         * Sets it.
         *
         * @param label the label, IPv4 only: the name of the link, alone or with a suffix such as {@code eth0:1}
         * @return this builder
         */
        public Builder label(String label) {
            this.label = Optional.of(label);
            return this;
        }

        /**
         * Sets it.
         *
         * @param scope how far it reaches
         * @return this builder
         */
        public Builder scope(Scope scope) {
            this.scope = scope;
            return this;
        }

        /**
         * Sets it.
         *
         * @param flags the {@code IFA_F_*} flags
         * @return this builder
         */
        public Builder flags(AddressFlags flags) {
            this.flags = flags;
            return this;
        }

        /**
         * Sets it.
         *
         * @param validLifetime how long it stays
         * @return this builder
         */
        public Builder validLifetime(Lifetime validLifetime) {
            this.validLifetime = validLifetime;
            return this;
        }

        /**
         * Sets it.
         *
         * @param preferredLifetime how long new connections take it as their source
         * @return this builder
         */
        public Builder preferredLifetime(Lifetime preferredLifetime) {
            this.preferredLifetime = preferredLifetime;
            return this;
        }

        /**
         * Sets it.
         *
         * @param metric the metric of the subnet's route ({@code IFA_RT_PRIORITY}); absent for the default
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
         * @param protocol who made it ({@code IFA_PROTO}, Linux 5.18): 1 loopback, 2 router advertisement, 3 link-local
         * @return this builder
         */
        public Builder protocol(int protocol) {
            this.protocol = OptionalInt.of(protocol);
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
        public InterfaceAddress build() {
            return new InterfaceAddress(this);
        }
    }
}
