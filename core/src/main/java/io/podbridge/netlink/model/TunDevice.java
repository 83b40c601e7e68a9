package io.podbridge.netlink.model;

import java.util.OptionalLong;

/**
 * What a link of kind {@code tun} is ({@code IFLA_TUN_*}, {@code ip tuntap}).
 *
 * @param tap true for a tap (Ethernet frames), false for a tun (IP packets)
 * @param owner the user that may attach; absent for everybody
 * @param group the group that may attach; absent for everybody
 * @param multiQueue whether it was made for more than one queue
 * @param vnetHeader whether each frame carries a {@code virtio_net_hdr}
 * @param persistent whether it outlives the last process that is attached
 */
public record TunDevice(boolean tap, OptionalLong owner, OptionalLong group, boolean multiQueue, boolean vnetHeader,
        boolean persistent) {

    /** {@return a builder of a tap that everybody may attach to, with one queue, without headers, and not persistent} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that begins with all that this has} */
    public Builder toBuilder() {
        return new Builder().tap(tap).owner(owner).group(group).multiQueue(multiQueue).vnetHeader(vnetHeader)
                .persistent(persistent);
    }

    /** Collects the parts of a {@link TunDevice}; not for several threads. */
    public static final class Builder {
        private boolean tap = true;
        private OptionalLong owner = OptionalLong.empty();
        private OptionalLong group = OptionalLong.empty();
        private boolean multiQueue;
        private boolean vnetHeader;
        private boolean persistent;

        private Builder() {}

        /**
         * Sets it.
         *
         * @param tap true for a tap (Ethernet frames), false for a tun (IP packets)
         * @return this builder
         */
        public Builder tap(boolean tap) {
            this.tap = tap;
            return this;
        }

        /**
         * Sets it.
         *
         * @param owner the user that may attach; empty for everybody
         * @return this builder
         */
        public Builder owner(OptionalLong owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Sets it.
         *
         * @param group the group that may attach; empty for everybody
         * @return this builder
         */
        public Builder group(OptionalLong group) {
            this.group = group;
            return this;
        }

        /**
         * Sets both.
         *
         * @param owner the user that may attach
         * @param group the group that may attach
         * @return this builder
         */
        public Builder ownedBy(long owner, long group) {
            return owner(OptionalLong.of(owner)).group(OptionalLong.of(group));
        }

        /**
         * Sets it.
         *
         * @param multiQueue whether it was made for more than one queue
         * @return this builder
         */
        public Builder multiQueue(boolean multiQueue) {
            this.multiQueue = multiQueue;
            return this;
        }

        /**
         * Sets it.
         *
         * @param vnetHeader whether each frame carries a {@code virtio_net_hdr}
         * @return this builder
         */
        public Builder vnetHeader(boolean vnetHeader) {
            this.vnetHeader = vnetHeader;
            return this;
        }

        /**
         * Sets it.
         *
         * @param persistent whether it outlives the last process that is attached
         * @return this builder
         */
        public Builder persistent(boolean persistent) {
            this.persistent = persistent;
            return this;
        }

        /** {@return the value} */
        public TunDevice build() {
            return new TunDevice(tap, owner, group, multiQueue, vnetHeader, persistent);
        }
    }
}
