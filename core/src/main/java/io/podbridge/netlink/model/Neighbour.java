package io.podbridge.netlink.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An entry of the ARP or neighbour discovery table, as RTM_GETNEIGH or {@code ip neigh} shows it.
 */
public final class Neighbour {
    /** It stays until it is deleted, {@code NUD_PERMANENT}. */
    public static final int PERMANENT = 0x80;
    /** It needs no resolution, {@code NUD_NOARP}. */
    public static final int NOARP = 0x40;
    /** This host answers for it, {@code NTF_PROXY}. */
    public static final int PROXY = 0x08;
    /** A control plane put it there, {@code NTF_EXT_LEARNED}. */
    public static final int EXTERNALLY_LEARNED = 0x10;
    /** The kernel keeps it resolved, {@code NTF_EXT_MANAGED}: the flags of {@code NDA_FLAGS_EXT} follow the eight of the header. */
    public static final int MANAGED = 0x01 << 8;

    private final int linkIndex;
    private final IpAddress address;
    private final Optional<HardwareAddress> hardwareAddress;
    private final int state;
    private final int flags;
    private final OptionalInt protocol;
    private final List<RawAttribute> unknownAttributes;

    private Neighbour(Builder builder) {
        linkIndex = builder.linkIndex;
        address = builder.address;
        hardwareAddress = builder.hardwareAddress;
        state = builder.state;
        flags = builder.flags;
        protocol = builder.protocol;
        unknownAttributes = List.copyOf(builder.unknownAttributes);
    }

    /**
     * Starts a value from what it cannot do without.
     *
     * @param linkIndex the index of the link that it is on
     * @param address the neighbour's IP address
     * @return a builder with everything else absent
     */
    public static Builder builder(int linkIndex, IpAddress address) {
        return new Builder(linkIndex, address);
    }

    /** {@return a builder with all of this value, to change some of it} */
    public Builder toBuilder() {
        Builder builder = new Builder(linkIndex, address);
        builder.hardwareAddress = hardwareAddress;
        builder.state = state;
        builder.flags = flags;
        builder.protocol = protocol;
        builder.unknownAttributes = unknownAttributes;
        return builder;
    }

    /** {@return the index of the link that it is on} */
    public int linkIndex() {
        return linkIndex;
    }

    /** {@return the neighbour's IP address} */
    public IpAddress address() {
        return address;
    }

    /** {@return its address on the link; absent where it is not known, and for proxies} */
    public Optional<HardwareAddress> hardwareAddress() {
        return hardwareAddress;
    }

    /** {@return the {@code NUD_*} bits, such as {@link #PERMANENT}} */
    public int state() {
        return state;
    }

    /** {@return the {@code NTF_*} bits, such as {@link #PROXY}, and above them the {@code NTF_EXT_*} bits, such as {@link #MANAGED}} */
    public int flags() {
        return flags;
    }

    /** {@return who made it ({@code NDA_PROTOCOL})} */
    public OptionalInt protocol() {
        return protocol;
    }

    /** {@return what the kernel told in attributes that this library does not know} */
    public List<RawAttribute> unknownAttributes() {
        return unknownAttributes;
    }

    /** {@return whether the pod answers for it ({@code ip neigh show proxy})} */
    public boolean isProxy() {
        return (flags & PROXY) != 0;
    }

    /** {@return whether the kernel keeps it resolved, and so finds its address on the link by itself} */
    public boolean isManaged() {
        return (flags & MANAGED) != 0;
    }

    /**
     * {@return whether somebody put it there and the kernel would not find it again: permanent, without ARP, learned outside, managed, or
     * proxy}
     */
    public boolean isConfigured() {
        return (state & (PERMANENT | NOARP)) != 0 || (flags & (PROXY | EXTERNALLY_LEARNED | MANAGED)) != 0;
    }

    @Override
    public String toString() {
        return address + hardwareAddress.map(a -> " lladdr " + a).orElse("") + (isProxy() ? " proxy" : "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Neighbour that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(linkIndex, address, hardwareAddress, state, flags, protocol, unknownAttributes);
    }

    /** Collects the parts of a {@link Neighbour}; not for several threads. */
    public static final class Builder {
        private int linkIndex;
        private IpAddress address;
        private Optional<HardwareAddress> hardwareAddress = Optional.empty();
        private int state = 0;
        private int flags = 0;
        private OptionalInt protocol = OptionalInt.empty();
        private List<RawAttribute> unknownAttributes = List.of();

        private Builder(int linkIndex, IpAddress address) {
            this.linkIndex = linkIndex;
            this.address = address;
        }

        /**
         * Sets it.
         *
         * @param linkIndex the index of the link that it is on
         * @return this builder
         */
        public Builder linkIndex(int linkIndex) {
            this.linkIndex = linkIndex;
            return this;
        }

        /**
         * Sets it.
         *
         * @param address the neighbour's IP address
         * @return this builder
         */
        public Builder address(IpAddress address) {
            this.address = address;
            return this;
        }

        /**
         * Sets it.
         *
         * @param hardwareAddress its address on the link; absent where it is not known, and for proxies
         * @return this builder
         */
        public Builder hardwareAddress(HardwareAddress hardwareAddress) {
            this.hardwareAddress = Optional.of(hardwareAddress);
            return this;
        }

        /**
         * Sets it.
         *
         * @param state the {@code NUD_*} bits, such as {@link #PERMANENT}
         * @return this builder
         */
        public Builder state(int state) {
            this.state = state;
            return this;
        }

        /**
         * Sets it.
         *
         * @param flags the {@code NTF_*} bits, such as {@link #PROXY}
         * @return this builder
         */
        public Builder flags(int flags) {
            this.flags = flags;
            return this;
        }

        /**
         * Sets it.
         *
         * @param protocol who made it ({@code NDA_PROTOCOL})
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
        public Neighbour build() {
            return new Neighbour(this);
        }
    }
}
