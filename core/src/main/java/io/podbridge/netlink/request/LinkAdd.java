package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.LinkName;
import io.podbridge.netlink.model.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a link: dummy, bridge, tap, veth, or any kind that needs no more than a name. Sent with {@code NLM_F_EXCL}, so it never
 * changes a link that is there already; a tap is made through {@code /dev/net/tun}, and becomes persistent last.
 *
 * <p>Repeating it fails with {@code EXISTS}. Raises {@code EXISTS} (the name, an alternative name or the index is taken, EEXIST), {@code BUSY}
 * (the index of a tap or of the peer of a veth is taken, EBUSY), {@code UNSUPPORTED} (the kernel has no such kind, EOPNOTSUPP), {@code INVALID} (MTU or address out of range),
 * {@code DENIED} (no CAP_NET_ADMIN in the user namespace that owns the network namespace), {@code NOT_FOUND} (a tap where there is no
 * {@code /dev/net/tun}). Source: RTM_NEWLINK of {@code linux/rtnetlink.h}, {@code linux/if_link.h}, {@code linux/if_tun.h};
 * {@code ip link add}, {@code ip tuntap add}.
 */
public final class LinkAdd implements NetlinkRequest {
    private final Builder with;

    private LinkAdd(Builder with) {
        this.with = with;
    }

    /**
     * A link of any kind.
     *
     * @param kind the kind
     * @param name the name
     * @return a builder with the kernel's choice for everything else
     * @throws IllegalArgumentException if the name is no valid one
     */
    public static Builder ofKind(LinkKind kind, String name) {
        return new Builder(kind, LinkName.check(name));
    }

    /**
     * A dummy.
     *
     * @param name the name
     * @return a builder
     * @throws IllegalArgumentException if the name is no valid one
     */
    public static Builder dummy(String name) {
        return ofKind(LinkKind.DUMMY, name);
    }

    /**
     * A bridge.
     *
     * @param name the name
     * @return a builder
     * @throws IllegalArgumentException if the name is no valid one
     */
    public static Builder bridge(String name) {
        return ofKind(LinkKind.BRIDGE, name);
    }

    /**
     * A persistent tap.
     *
     * @param name the name
     * @param options owner, group and queues
     * @return a builder
     * @throws IllegalArgumentException if the name is no valid one
     */
    public static Builder tap(String name, TapOptions options) {
        Builder builder = ofKind(LinkKind.TUN, name);
        builder.tap = Optional.of(options);
        return builder;
    }

    /**
     * A veth pair with both ends in this namespace.
     *
     * @param name the name of the first end
     * @param peer the second end
     * @return a builder of the first end
     * @throws IllegalArgumentException if the name is no valid one
     */
    public static Builder veth(String name, VethPeer peer) {
        Builder builder = ofKind(LinkKind.VETH, name);
        builder.peer = Optional.of(peer);
        return builder;
    }

    /** {@return the kind} */
    public LinkKind kind() {
        return with.kind;
    }

    /** {@return the name} */
    public String name() {
        return with.name;
    }

    /** {@return the index that it shall have; absent for the kernel's choice} */
    public OptionalInt index() {
        return with.index;
    }

    /** {@return the Ethernet address that it shall have; absent for a random one} */
    public Optional<MacAddress> mac() {
        return with.mac;
    }

    /** {@return the MTU that it shall have, in bytes; absent for the kind's default} */
    public OptionalInt mtu() {
        return with.mtu;
    }

    /** {@return whether it shall be up from the start} */
    public boolean isUp() {
        return with.up;
    }

    /** {@return whether a bridge shall snoop multicast; absent for the kernel's default} */
    public Optional<Boolean> multicastSnooping() {
        return with.multicastSnooping;
    }

    /** {@return owner, group and queues of a tap; absent for every other kind} */
    public Optional<TapOptions> tap() {
        return with.tap;
    }

    /** {@return the other end of a veth pair; absent for every other kind} */
    public Optional<VethPeer> peer() {
        return with.peer;
    }

    @Override
    public String operation() {
        return "add " + (with.tap.isPresent() ? "tap" : with.kind.name());
    }

    @Override
    public String target() {
        return "\"" + with.name + "\"";
    }

    @Override
    public List<Command> commands() {
        return LinkAddCommands.of(this);
    }

    @Override
    public List<String> unsaid() {
        return with.tap.isPresent() && with.index.isPresent() ? List.of("the index of a tap") : List.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkAdd that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return operation() + " " + target();
    }

    private List<Object> parts() {
        List<Object> all = new ArrayList<>();
        all.add(with.kind);
        all.add(with.name);
        all.add(with.index);
        all.add(with.mac);
        all.add(with.mtu);
        all.add(with.up);
        all.add(with.multicastSnooping);
        all.add(with.tap);
        all.add(with.peer);
        return all;
    }

    /** Collects what a link is made with; not for several threads. */
    public static final class Builder {
        private final LinkKind kind;
        private final String name;
        private OptionalInt index = OptionalInt.empty();
        private Optional<MacAddress> mac = Optional.empty();
        private OptionalInt mtu = OptionalInt.empty();
        private boolean up;
        private Optional<Boolean> multicastSnooping = Optional.empty();
        private Optional<TapOptions> tap = Optional.empty();
        private Optional<VethPeer> peer = Optional.empty();

        private Builder(LinkKind kind, String name) {
            this.kind = Objects.requireNonNull(kind);
            this.name = name;
        }

        /**
         * Chooses the index.
         *
         * @param chosen 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder index(int chosen) {
            index = OptionalInt.of(new LinkId(chosen, name).index());
            return this;
        }

        /**
         * Chooses the Ethernet address.
         *
         * @param chosen a unicast address
         * @return this builder
         */
        public Builder mac(MacAddress chosen) {
            mac = Optional.of(chosen);
            return this;
        }

        /**
         * Chooses the MTU.
         *
         * @param bytes the largest packet without the Ethernet header
         * @return this builder
         */
        public Builder mtu(int bytes) {
            mtu = OptionalInt.of(bytes);
            return this;
        }

        /**
         * Switches it on at once ({@code IFF_UP}).
         *
         * @return this builder
         */
        public Builder up() {
            up = true;
            return this;
        }

        /**
         * Says whether a bridge snoops multicast ({@code IFLA_BR_MCAST_SNOOPING}).
         *
         * @param snooping true for the kernel's default
         * @return this builder
         */
        public Builder multicastSnooping(boolean snooping) {
            multicastSnooping = Optional.of(snooping);
            return this;
        }

        /**
         * Finishes it.
         *
         * @return the request
         * @throws IllegalArgumentException if the peer of a veth has a chosen index and the first end has none: the kernel would
         *         ignore it ({@code veth_newlink})
         */
        public LinkAdd build() {
            if (index.isEmpty() && peer.flatMap(end -> end.index().stream().boxed().findFirst()).isPresent()) {
                throw new IllegalArgumentException(
                        "an index for the peer of \"" + name + "\" needs one for \"" + name + "\" too");
            }
            return new LinkAdd(copy());
        }

        private Builder copy() {
            Builder copy = new Builder(kind, name);
            copy.index = index;
            copy.mac = mac;
            copy.mtu = mtu;
            copy.up = up;
            copy.multicastSnooping = multicastSnooping;
            copy.tap = tap;
            copy.peer = peer;
            return copy;
        }
    }
}
