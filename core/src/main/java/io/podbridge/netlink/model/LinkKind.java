package io.podbridge.netlink.model;

/**
 * The kind of a virtual link, as in {@code ip link add type KIND} and {@code IFLA_INFO_KIND}. An open value: a kind that this
 * library has never heard of is as good as the constants.
 *
 * @param name the kernel's name of the kind, such as {@code veth}
 */
public record LinkKind(String name) {
    /** A link that swallows what is sent to it. */
    public static final LinkKind DUMMY = new LinkKind("dummy");
    /** An Ethernet bridge. */
    public static final LinkKind BRIDGE = new LinkKind("bridge");
    /** One end of a virtual cable. */
    public static final LinkKind VETH = new LinkKind("veth");
    /** A tun or tap device; {@link Link#tun()} tells which. */
    public static final LinkKind TUN = new LinkKind("tun");
    /** A second MAC address on a link. */
    public static final LinkKind MACVLAN = new LinkKind("macvlan");
    /** A second IP stack on a link with the same MAC address. */
    public static final LinkKind IPVLAN = new LinkKind("ipvlan");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is empty
     */
    public LinkKind {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a link kind has a name; a link without a kind has no LinkKind");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
