package io.podbridge.netlink.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One way out of a route: a device, a gateway, or both ({@code struct rtnexthop}).
 */
public final class NextHop {
    /** The gateway is reachable on the link even without a route to it. */
    public static final int ONLINK = 4;
    /** What an administrator gives; the other {@code RTNH_F_*} bits tell the state of the moment, such as LINKDOWN. */
    public static final int CONFIGURED_FLAGS = ONLINK | 2;

    private final OptionalInt linkIndex;
    private final Optional<IpAddress> gateway;
    private final int weight;
    private final int flags;
    private final Optional<RawAttribute> encap;

    private NextHop(Builder builder) {
        linkIndex = builder.linkIndex;
        gateway = builder.gateway;
        weight = builder.weight;
        flags = builder.flags;
        encap = builder.encap;
    }

    /**
     * Starts a next hop.
     *
     * @return a builder with everything else absent
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with all of this value, to change some of it} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.linkIndex = linkIndex;
        builder.gateway = gateway;
        builder.weight = weight;
        builder.flags = flags;
        builder.encap = encap;
        return builder;
    }

    /** {@return the index of the link that it leaves through} */
    public OptionalInt linkIndex() {
        return linkIndex;
    }

    /** {@return the next router; of the other family where the kernel said {@code RTA_VIA}} */
    public Optional<IpAddress> gateway() {
        return gateway;
    }

    /** {@return its share among several, 1 to 256} */
    public int weight() {
        return weight;
    }

    /** {@return the {@code RTNH_F_*} flags, such as {@link #ONLINK}} */
    public int flags() {
        return flags;
    }

    /** {@return the encapsulation: its type and the bytes of {@code RTA_ENCAP}} */
    public Optional<RawAttribute> encap() {
        return encap;
    }

    /** {@return whether the gateway is to be taken as reachable without a route to it} */
    public boolean isOnLink() {
        return (flags & ONLINK) != 0;
    }

    @Override
    public String toString() {
        String device = linkIndex.isPresent() ? "dev #" + linkIndex.getAsInt() : "";
        return gateway.map(g -> device.isEmpty() ? "via " + g : "via " + g + " " + device).orElse(device);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NextHop that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(linkIndex, gateway, weight, flags, encap);
    }

    /** Collects the parts of a {@link NextHop}; not for several threads. */
    public static final class Builder {
        private OptionalInt linkIndex = OptionalInt.empty();
        private Optional<IpAddress> gateway = Optional.empty();
        private int weight = 1;
        private int flags = 0;
        private Optional<RawAttribute> encap = Optional.empty();

        private Builder() {}

        /**
         * Sets it.
         *
         * @param linkIndex the index of the link that it leaves through
         * @return this builder
         */
        public Builder linkIndex(int linkIndex) {
            this.linkIndex = OptionalInt.of(linkIndex);
            return this;
        }

        /**
         * Sets it.
         *
         * @param gateway the next router; of the other family where the kernel said {@code RTA_VIA}
         * @return this builder
         */
        public Builder gateway(IpAddress gateway) {
            this.gateway = Optional.of(gateway);
            return this;
        }

        /**
         * Sets it.
         *
         * @param weight its share among several, 1 to 256
         * @return this builder
         */
        public Builder weight(int weight) {
            this.weight = weight;
            return this;
        }

        /**
         * Sets it.
         *
         * @param flags the {@code RTNH_F_*} flags, such as {@link #ONLINK}
         * @return this builder
         */
        public Builder flags(int flags) {
            this.flags = flags;
            return this;
        }

        /**
         * Sets it.
         *
         * @param encap the encapsulation: its type and the bytes of {@code RTA_ENCAP}
         * @return this builder
         */
        public Builder encap(RawAttribute encap) {
            this.encap = Optional.of(encap);
            return this;
        }

        /** {@return the value} */
        public NextHop build() {
            return new NextHop(this);
        }
    }
}
