package io.podbridge.netlink;

/** What not every kernel and not every backend can do; {@link NetlinkHandler#supports} answers without changing anything. */
public enum Feature {
    /** Links of the kind dummy: the kernel has the driver, or can load it. */
    DUMMY,
    /** Taps: there is a {@code /dev/net/tun} that can be opened. */
    TAP,
    /** A tap whose index is chosen ({@code TUNSETIFINDEX}). */
    TAP_INDEX,
    /** Alternative names of links (Linux 5.5). */
    ALT_NAMES,
    /** IPv6 in this namespace. */
    IPV6,
    /** {@code arp_ignore} of one link by netlink, without {@code /proc/sys}. */
    ARP_IGNORE,
    /** {@code /proc/sys/net} of the namespace can be written. */
    WRITABLE_SYSCTL,
    /** CAP_NET_ADMIN in the user namespace that owns the network namespace. */
    NET_ADMIN,
    /** Addresses that tell who made them ({@code IFA_PROTO}, Linux 5.18; ip(8) from 6.3 on can say it). */
    ADDRESS_PROTOCOL,
    /** The namespace's cookie can be read ({@code SO_NETNS_COOKIE}, Linux 5.14). */
    NAMESPACE_COOKIE
}
