package io.podbridge.binding;

import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.Optional;

/**
 * The links that a binding makes, chosen and journalled before the first of them exists, so that after a crash ours can be told from
 * a stranger's: a link is ours if it has the recorded index and kind.
 *
 * @param bridge the bridge, with the name that it gets
 * @param bridgeMac the bridge's own MAC address, random
 * @param fakeAddress the bridge's address; absent where the pod has none
 * @param tap the tap, with the name that it gets
 * @param placeholder the placeholder, with the name that it gets
 * @param placeholderKind its kind
 * @param temporaryStem the random name of the placeholder before it takes the NIC's, and the stem of other names that are needed for a
 *        moment; 10 bytes
 */
public record OwnLinks(LinkId bridge, MacAddress bridgeMac, Optional<IpPrefix> fakeAddress, LinkId tap, LinkId placeholder,
        LinkKind placeholderKind, String temporaryStem) {

    /** {@return the name of the placeholder before it takes the NIC's, and once it gives it back} */
    public String temporaryPlaceholderName() {
        return temporaryStem + "p";
    }

    /** {@return the name of the tap where its index cannot be chosen, before it takes its own} */
    public String temporaryTapName() {
        return temporaryStem + "t";
    }

    /** {@return whether the placeholder is to be up, with the pod's routes} */
    public boolean placeholderIsUp() {
        return placeholderKind.equals(LinkKind.VETH);
    }

    /** {@return the other end of a placeholder of kind veth; its index is the one before the placeholder's} */
    public LinkId placeholderPeer() {
        return new LinkId(placeholder.index() - 1, temporaryStem + "v");
    }

    /**
     * The same with the index that the kernel gave to the tap.
     *
     * @param index the interface index
     * @return the changed links
     */
    public OwnLinks withTapIndex(int index) {
        return new OwnLinks(bridge, bridgeMac, fakeAddress, new LinkId(index, tap.name()), placeholder, placeholderKind,
                temporaryStem);
    }
}
