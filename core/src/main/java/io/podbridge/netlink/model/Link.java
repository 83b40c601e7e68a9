package io.podbridge.netlink.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network interface as RTM_GETLINK or {@code ip -d link} shows it. Absent values are those that the kernel or the
 * backend did not tell.
 */
public final class Link {
    /** The hardware type of Ethernet, {@code ARPHRD_ETHER}. */
    public static final int ETHERNET = 1;

    private final int index;
    private final String name;
    private final List<String> altNames;
    private final Optional<LinkKind> kind;
    private final int hardwareType;
    private final LinkFlags flags;
    private final HardwareAddress hardwareAddress;
    private final int mtu;
    private final OptionalInt maxMtu;
    private final OptionalInt master;
    private final OptionalInt peerIndex;
    private final OptionalInt peerNamespaceId;
    private final Optional<String> alias;
    private final int group;
    private final int txQueueLength;
    private final OperState operState;
    private final Optional<String> qdisc;
    private final boolean xdpAttached;
    private final Optional<BridgePort> bridgePort;
    private final Optional<TunDevice> tun;
    private final Optional<Boolean> multicastSnooping;
    private final Optional<AddrGenMode> addrGenMode;
    private final OptionalInt arpIgnore;
    private final Optional<Boolean> ipv6Disabled;
    private final List<RawAttribute> unknownAttributes;

    private Link(Builder builder) {
        index = builder.index;
        name = builder.name;
        altNames = List.copyOf(builder.altNames);
        kind = builder.kind;
        hardwareType = builder.hardwareType;
        flags = builder.flags;
        hardwareAddress = builder.hardwareAddress;
        mtu = builder.mtu;
        maxMtu = builder.maxMtu;
        master = builder.master;
        peerIndex = builder.peerIndex;
        peerNamespaceId = builder.peerNamespaceId;
        alias = builder.alias;
        group = builder.group;
        txQueueLength = builder.txQueueLength;
        operState = builder.operState;
        qdisc = builder.qdisc;
        xdpAttached = builder.xdpAttached;
        bridgePort = builder.bridgePort;
        tun = builder.tun;
        multicastSnooping = builder.multicastSnooping;
        addrGenMode = builder.addrGenMode;
        arpIgnore = builder.arpIgnore;
        ipv6Disabled = builder.ipv6Disabled;
        unknownAttributes = List.copyOf(builder.unknownAttributes);
    }

    /**
     * Starts a value from what it cannot do without.
     *
     * @param index the interface index, 1 or more
     * @param name the name, 1 to 15 bytes
     * @return a builder with everything else absent
     */
    public static Builder builder(int index, String name) {
        return new Builder(index, name);
    }

    /** {@return a builder with all of this value, to change some of it} */
    public Builder toBuilder() {
        Builder builder = new Builder(index, name);
        builder.altNames = altNames;
        builder.kind = kind;
        builder.hardwareType = hardwareType;
        builder.flags = flags;
        builder.hardwareAddress = hardwareAddress;
        builder.mtu = mtu;
        builder.maxMtu = maxMtu;
        builder.master = master;
        builder.peerIndex = peerIndex;
        builder.peerNamespaceId = peerNamespaceId;
        builder.alias = alias;
        builder.group = group;
        builder.txQueueLength = txQueueLength;
        builder.operState = operState;
        builder.qdisc = qdisc;
        builder.xdpAttached = xdpAttached;
        builder.bridgePort = bridgePort;
        builder.tun = tun;
        builder.multicastSnooping = multicastSnooping;
        builder.addrGenMode = addrGenMode;
        builder.arpIgnore = arpIgnore;
        builder.ipv6Disabled = ipv6Disabled;
        builder.unknownAttributes = unknownAttributes;
        return builder;
    }

    /** {@return the interface index, 1 or more} */
    public int index() {
        return index;
    }

    /** {@return the name, 1 to 15 bytes} */
    public String name() {
        return name;
    }

    /** {@return the alternative names, which share one space with the names} */
    public List<String> altNames() {
        return altNames;
    }

    /** {@return the kind of a virtual link; absent for hardware and for the loopback} */
    public Optional<LinkKind> kind() {
        return kind;
    }

    /** {@return the {@code ARPHRD_*} number, 1 for Ethernet} */
    public int hardwareType() {
        return hardwareType;
    }

    /** {@return the {@code IFF_*} flags} */
    public LinkFlags flags() {
        return flags;
    }

    /** {@return the address on its own layer, empty if it has none} */
    public HardwareAddress hardwareAddress() {
        return hardwareAddress;
    }

    /** {@return the largest packet in bytes, without the Ethernet header} */
    public int mtu() {
        return mtu;
    }

    /** {@return the largest MTU that the link takes, in bytes} */
    public OptionalInt maxMtu() {
        return maxMtu;
    }

    /** {@return the index of the bridge, bond or VRF that it is enslaved to} */
    public OptionalInt master() {
        return master;
    }

    /** {@return the index of the link below or of the other end ({@code IFLA_LINK}), in the namespace of {@link #peerNamespaceId()}} */
    public OptionalInt peerIndex() {
        return peerIndex;
    }

    /** {@return the namespace of {@link #peerIndex()} as this one numbers it ({@code IFLA_LINK_NETNSID}); absent if it is this one} */
    public OptionalInt peerNamespaceId() {
        return peerNamespaceId;
    }

    /** {@return the free text of {@code ip link set alias}} */
    public Optional<String> alias() {
        return alias;
    }

    /** {@return the number of the group, 0 by default} */
    public int group() {
        return group;
    }

    /** {@return the length of the transmit queue in packets} */
    public int txQueueLength() {
        return txQueueLength;
    }

    /** {@return whether it can carry traffic} */
    public OperState operState() {
        return operState;
    }

    /** {@return the name of the root queueing discipline} */
    public Optional<String> qdisc() {
        return qdisc;
    }

    /** {@return whether an XDP program is attached} */
    public boolean xdpAttached() {
        return xdpAttached;
    }

    /** {@return what it is as a port of a bridge} */
    public Optional<BridgePort> bridgePort() {
        return bridgePort;
    }

    /** {@return what it is as a tun or tap} */
    public Optional<TunDevice> tun() {
        return tun;
    }

    /** {@return whether this bridge snoops multicast} */
    public Optional<Boolean> multicastSnooping() {
        return multicastSnooping;
    }

    /** {@return how it makes its IPv6 link-local address; absent where it has no IPv6} */
    public Optional<AddrGenMode> addrGenMode() {
        return addrGenMode;
    }

    /** {@return its own {@code arp_ignore}, 0 to 8; the kernel heeds the larger of this and {@code conf/all}} */
    public OptionalInt arpIgnore() {
        return arpIgnore;
    }

    /** {@return its own {@code disable_ipv6}; absent where the kernel has no IPv6} */
    public Optional<Boolean> ipv6Disabled() {
        return ipv6Disabled;
    }

    /** {@return what the kernel told in attributes that this library does not know} */
    public List<RawAttribute> unknownAttributes() {
        return unknownAttributes;
    }

    /** {@return which link this is, for requests} */
    public LinkId id() {
        return new LinkId(index, name);
    }

    /** {@return the Ethernet address; absent if the link has none of six bytes} */
    public Optional<MacAddress> mac() {
        return hardwareAddress.toMac();
    }

    /** {@return whether the administrator has switched it on ({@code IFF_UP})} */
    public boolean isUp() {
        return flags.has(LinkFlags.UP);
    }

    /** {@return whether the driver sees a carrier ({@code IFF_LOWER_UP}); on a tap: whether it is up and a process is attached} */
    public boolean hasCarrier() {
        return flags.has(LinkFlags.LOWER_UP);
    }

    /**
     * Whether it is of this kind.
     *
     * @param wanted a kind
     * @return false also if it has none
     */
    public boolean isKind(LinkKind wanted) {
        return kind.equals(Optional.of(wanted));
    }

    @Override
    public String toString() {
        return index + ": " + name + " " + flags + kind.map(k -> " " + k).orElse("") + " mtu " + mtu + " " + hardwareAddress;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Link that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(index, name, altNames, kind, hardwareType, flags, hardwareAddress, mtu, maxMtu, master, peerIndex,
                peerNamespaceId, alias, group, txQueueLength, operState, qdisc, xdpAttached, bridgePort, tun, multicastSnooping,
                addrGenMode, arpIgnore, ipv6Disabled, unknownAttributes);
    }

    /** Collects the parts of a {@link Link}; not for several threads. */
    public static final class Builder {
        private int index;
        private String name;
        private List<String> altNames = List.of();
        private Optional<LinkKind> kind = Optional.empty();
        private int hardwareType = ETHERNET;
        private LinkFlags flags = new LinkFlags(0);
        private HardwareAddress hardwareAddress = HardwareAddress.of(new byte[0]);
        private int mtu = 0;
        private OptionalInt maxMtu = OptionalInt.empty();
        private OptionalInt master = OptionalInt.empty();
        private OptionalInt peerIndex = OptionalInt.empty();
        private OptionalInt peerNamespaceId = OptionalInt.empty();
        private Optional<String> alias = Optional.empty();
        private int group = 0;
        private int txQueueLength = 0;
        private OperState operState = OperState.UNKNOWN;
        private Optional<String> qdisc = Optional.empty();
        private boolean xdpAttached = false;
        private Optional<BridgePort> bridgePort = Optional.empty();
        private Optional<TunDevice> tun = Optional.empty();
        private Optional<Boolean> multicastSnooping = Optional.empty();
        private Optional<AddrGenMode> addrGenMode = Optional.empty();
        private OptionalInt arpIgnore = OptionalInt.empty();
        private Optional<Boolean> ipv6Disabled = Optional.empty();
        private List<RawAttribute> unknownAttributes = List.of();

        private Builder(int index, String name) {
            this.index = index;
            this.name = name;
        }

        /**
         * Sets it.
         *
         * @param index the interface index, 1 or more
         * @return this builder
         */
        public Builder index(int index) {
            this.index = index;
            return this;
        }

        /**
         * Sets it.
         *
         * @param name the name, 1 to 15 bytes
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets it.
         *
         * @param altNames the alternative names, which share one space with the names
         * @return this builder
         */
        public Builder altNames(List<String> altNames) {
            this.altNames = altNames;
            return this;
        }

        /**
         * Sets it.
         *
         * @param kind the kind of a virtual link; absent for hardware and for the loopback
         * @return this builder
         */
        public Builder kind(LinkKind kind) {
            this.kind = Optional.of(kind);
            return this;
        }

        /**
         * Sets it.
         *
         * @param hardwareType the {@code ARPHRD_*} number, 1 for Ethernet
         * @return this builder
         */
        public Builder hardwareType(int hardwareType) {
            this.hardwareType = hardwareType;
            return this;
        }

        /**
         * Sets it.
         *
         * @param flags the {@code IFF_*} flags
         * @return this builder
         */
        public Builder flags(LinkFlags flags) {
            this.flags = flags;
            return this;
        }

        /**
         * Sets it.
         *
         * @param hardwareAddress the address on its own layer, empty if it has none
         * @return this builder
         */
        public Builder hardwareAddress(HardwareAddress hardwareAddress) {
            this.hardwareAddress = hardwareAddress;
            return this;
        }

        /**
         * Sets it.
         *
         * @param mtu the largest packet in bytes, without the Ethernet header
         * @return this builder
         */
        public Builder mtu(int mtu) {
            this.mtu = mtu;
            return this;
        }

        /**
         * Sets it.
         *
         * @param maxMtu the largest MTU that the link takes, in bytes
         * @return this builder
         */
        public Builder maxMtu(int maxMtu) {
            this.maxMtu = OptionalInt.of(maxMtu);
            return this;
        }

        /**
         * Sets it.
         *
         * @param master the index of the bridge, bond or VRF that it is enslaved to
         * @return this builder
         */
        public Builder master(int master) {
            this.master = OptionalInt.of(master);
            return this;
        }

        /**
         * Sets it.
         *
         * @param peerIndex the index of the link below or of the other end ({@code IFLA_LINK}), in the namespace of {@link #peerNamespaceId()}
         * @return this builder
         */
        public Builder peerIndex(int peerIndex) {
            this.peerIndex = OptionalInt.of(peerIndex);
            return this;
        }

        /**
         * Sets it.
         *
         * @param peerNamespaceId the namespace of {@link #peerIndex()} as this one numbers it ({@code IFLA_LINK_NETNSID}); absent if it is this one
         * @return this builder
         */
        public Builder peerNamespaceId(int peerNamespaceId) {
            this.peerNamespaceId = OptionalInt.of(peerNamespaceId);
            return this;
        }

        /**
         * Sets it.
         *
         * @param alias the free text of {@code ip link set alias}
         * @return this builder
         */
        public Builder alias(String alias) {
            this.alias = Optional.of(alias);
            return this;
        }

        /**
         * Sets it.
         *
         * @param group the number of the group, 0 by default
         * @return this builder
         */
        public Builder group(int group) {
            this.group = group;
            return this;
        }

        /**
         * Sets it.
         *
         * @param txQueueLength the length of the transmit queue in packets
         * @return this builder
         */
        public Builder txQueueLength(int txQueueLength) {
            this.txQueueLength = txQueueLength;
            return this;
        }

        /**
         * Sets it.
         *
         * @param operState whether it can carry traffic
         * @return this builder
         */
        public Builder operState(OperState operState) {
            this.operState = operState;
            return this;
        }

        /**
         * Sets it.
         *
         * @param qdisc the name of the root queueing discipline
         * @return this builder
         */
        public Builder qdisc(String qdisc) {
            this.qdisc = Optional.of(qdisc);
            return this;
        }

        /**
         * Sets it.
         *
         * @param xdpAttached whether an XDP program is attached
         * @return this builder
         */
        public Builder xdpAttached(boolean xdpAttached) {
            this.xdpAttached = xdpAttached;
            return this;
        }

        /**
         * Sets it.
         *
         * @param bridgePort what it is as a port of a bridge
         * @return this builder
         */
        public Builder bridgePort(BridgePort bridgePort) {
            this.bridgePort = Optional.of(bridgePort);
            return this;
        }

        /**
         * Sets it.
         *
         * @param tun what it is as a tun or tap
         * @return this builder
         */
        public Builder tun(TunDevice tun) {
            this.tun = Optional.of(tun);
            return this;
        }

        /**
         * Sets it.
         *
         * @param multicastSnooping whether this bridge snoops multicast
         * @return this builder
         */
        public Builder multicastSnooping(Boolean multicastSnooping) {
            this.multicastSnooping = Optional.of(multicastSnooping);
            return this;
        }

        /**
         * Sets it.
         *
         * @param addrGenMode how it makes its IPv6 link-local address; absent where it has no IPv6
         * @return this builder
         */
        public Builder addrGenMode(AddrGenMode addrGenMode) {
            this.addrGenMode = Optional.of(addrGenMode);
            return this;
        }

        /**
         * Sets it.
         *
         * @param arpIgnore its own {@code arp_ignore}, 0 to 8; the kernel heeds the larger of this and {@code conf/all}
         * @return this builder
         */
        public Builder arpIgnore(int arpIgnore) {
            this.arpIgnore = OptionalInt.of(arpIgnore);
            return this;
        }

        /**
         * Sets it.
         *
         * @param ipv6Disabled its own {@code disable_ipv6}; absent where the kernel has no IPv6
         * @return this builder
         */
        public Builder ipv6Disabled(Boolean ipv6Disabled) {
            this.ipv6Disabled = Optional.of(ipv6Disabled);
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
        public Link build() {
            return new Link(this);
        }
    }
}
