package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkName;
import io.podbridge.netlink.model.MacAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The other end of a veth pair that is about to be made, in the same namespace ({@code VETH_INFO_PEER}).
 *
 * @param name its name
 * @param index its index, chosen, which needs one for the first end too; absent for the kernel's choice
 * @param mac its address; absent for a random one
 */
public record VethPeer(String name, OptionalInt index, Optional<MacAddress> mac) {

    /**
     * Checks the name and the index.
     *
     * @throws IllegalArgumentException if it is no valid name, or the index is not positive
     */
    public VethPeer {
        LinkName.check(name);
        index = index.stream().map(chosen -> new LinkId(chosen, name).index()).findFirst();
    }
}
