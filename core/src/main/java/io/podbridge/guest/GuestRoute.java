package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import java.util.Optional;

/**
 * A route that the guest is told of.
 *
 * @param destination where it leads, without bits behind the prefix; {@code 0.0.0.0/0} or {@code ::/0} for a default route
 * @param gateway the next router, of the same family; absent where the destination is on the link, which DHCP's option 121 writes as
 *        {@code 0.0.0.0}
 */
public record GuestRoute(IpPrefix destination, Optional<IpAddress> gateway) {

    /**
     * Clears the bits behind the prefix.
     *
     * @throws IllegalArgumentException if destination and gateway are of different families
     */
    public GuestRoute {
        destination = destination.network();
        if (gateway.isPresent() && gateway.get().family() != destination.family()) {
            throw new IllegalArgumentException(
                    "a route to " + destination + " has a gateway of its own family, not " + gateway.get());
        }
    }

    /**
     * A route to a destination on the link.
     *
     * @param destination where it leads
     * @return the route
     */
    public static GuestRoute onLink(IpPrefix destination) {
        return new GuestRoute(destination, Optional.empty());
    }

    /** {@return whether the destination is on the link, reached without a gateway} */
    public boolean isOnLink() {
        return gateway.isEmpty();
    }

    @Override
    public String toString() {
        return destination + gateway.map(router -> " via " + router).orElse(" on-link");
    }
}
