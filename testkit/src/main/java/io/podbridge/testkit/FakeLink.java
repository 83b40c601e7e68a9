package io.podbridge.testkit;

import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.LinkName;
import io.podbridge.testkit.kernel.Layer;
import io.podbridge.testkit.kernel.LinkTrait;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A link for {@link FakeKernel#addLink} that no request makes, so that an agent's tests can see what is done with it: an SR-IOV NIC, a
 * macvlan, a vlan, a tunnel.
 *
 * <pre>{@code
 * kernel.addLink(pod.namespace(), FakeLink.ofKind(LinkKind.MACVLAN, "mv0").withLower("eth0"));
 * }</pre>
 *
 * <p>It is an Ethernet link with a random MAC address, unless it is told to be of another layer, and with the MTU 1500, which requests change and delete as any other. A link that hangs on
 * another goes with it; a macvlan or ipvlan keeps that other from becoming the port of a bridge. Traffic is not simulated. Immutable.
 */
public final class FakeLink {
    private final String name;
    private final Optional<LinkKind> kind;
    private final Optional<NetworkNamespace> lowerNamespace;
    private final Optional<String> lower;
    private final Set<LinkTrait> traits;
    private final Optional<Layer> layer;

    private FakeLink(String name, Optional<LinkKind> kind, Optional<NetworkNamespace> lowerNamespace, Optional<String> lower,
            Set<LinkTrait> traits, Optional<Layer> layer) {
        this.name = name;
        this.kind = kind;
        this.lowerNamespace = lowerNamespace;
        this.lower = lower;
        this.traits = traits;
        this.layer = layer;
    }

    /**
     * Hardware, such as a virtual function of an SR-IOV NIC, which has no kind.
     *
     * @param name its name
     * @return the link
     * @throws IllegalArgumentException if the name is no valid one
     */
    public static FakeLink physical(String name) {
        return new FakeLink(LinkName.check(name), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(),
                Optional.empty());
    }

    /**
     * A virtual link.
     *
     * @param kind its kind, such as {@code LinkKind.MACVLAN} or {@code new LinkKind("vxlan")}
     * @param name its name
     * @return the link
     * @throws IllegalArgumentException if the name is no valid one
     */
    public static FakeLink ofKind(LinkKind kind, String name) {
        return new FakeLink(LinkName.check(name), Optional.of(kind), Optional.empty(), Optional.empty(), Set.of(),
                Optional.empty());
    }

    /**
     * The same, hanging on a link of its own namespace.
     *
     * @param link the name of the link below
     * @return the link
     */
    public FakeLink withLower(String link) {
        return new FakeLink(name, kind, Optional.empty(), Optional.of(link), traits, layer);
    }

    /**
     * The same, hanging on a link of another namespace, as a macvlan that was moved into a pod.
     *
     * @param namespace the other namespace
     * @param link the name of the link below
     * @return the link
     */
    public FakeLink withLower(NetworkNamespace namespace, String link) {
        return new FakeLink(name, kind, Optional.of(namespace), Optional.of(link), traits, layer);
    }

    /**
     * The same, resolving no addresses ({@code IFF_NOARP}), as a tunnel or a netkit in L3 mode.
     *
     * @return the link
     */
    public FakeLink withoutArp() {
        return with(LinkTrait.NOARP);
    }

    /**
     * The same with an XDP program attached.
     *
     * @return the link
     */
    public FakeLink withXdp() {
        return with(LinkTrait.XDP);
    }

    /**
     * The same, but not Ethernet: a tunnel, whose address is as long as those of the IP that carries it, or InfiniBand.
     *
     * @param type {@code ARPHRD_...}, such as 776 for a tunnel of IPv6 in IPv4
     * @param address its address, of any length
     * @return the link
     */
    public FakeLink ofLayer(int type, HardwareAddress address) {
        return new FakeLink(name, kind, lowerNamespace, lower, traits, Optional.of(new Layer(type, address)));
    }

    private FakeLink with(LinkTrait trait) {
        Set<LinkTrait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new FakeLink(name, kind, lowerNamespace, lower, Set.copyOf(more), layer);
    }

    String name() {
        return name;
    }

    Optional<LinkKind> kind() {
        return kind;
    }

    Optional<NetworkNamespace> lowerNamespace() {
        return lowerNamespace;
    }

    Optional<String> lower() {
        return lower;
    }

    Set<LinkTrait> traits() {
        return traits;
    }

    Optional<Layer> layer() {
        return layer;
    }
}
