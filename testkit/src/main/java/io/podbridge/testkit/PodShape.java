package io.podbridge.testkit;

import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.MacAddress;
import java.util.List;

/**
 * What a {@link TestPod} looks like.
 *
 * @param nic the name of the pod's veth
 * @param mac its Ethernet address
 * @param mtu the MTU of both ends of the veth, in bytes
 * @param addresses the pod's addresses, with the length of their subnet
 * @param gateways the addresses of the node's end; the pod has a default route by each
 */
public record PodShape(String nic, MacAddress mac, int mtu, List<IpPrefix> addresses, List<IpPrefix> gateways) {
    private static final PodShape STANDARD = new PodShape("eth0", MacAddress.parse("0a:58:0a:f4:01:07"), 1450,
            prefixes("10.244.1.7/24", "fd00:10:244:1::7/64"), prefixes("10.244.1.1/24", "fd00:10:244:1::1/64"));

    /** Keeps copies. */
    public PodShape {
        addresses = List.copyOf(addresses);
        gateways = List.copyOf(gateways);
    }

    /** {@return {@code eth0} with 10.244.1.7/24 and fd00:10:244:1::7/64, MTU 1450, default routes by the node's .1 and ::1} */
    public static PodShape standard() {
        return STANDARD;
    }

    /**
     * The same with another MTU.
     *
     * @param bytes the MTU of both ends
     * @return the shape
     */
    public PodShape withMtu(int bytes) {
        return new PodShape(nic, mac, bytes, addresses, gateways);
    }

    /**
     * The same with another name of the pod's veth.
     *
     * @param name such as {@code net1}
     * @return the shape
     */
    public PodShape withNic(String name) {
        return new PodShape(name, mac, mtu, addresses, gateways);
    }

    /**
     * The same with another Ethernet address.
     *
     * @param address the address of the pod's veth
     * @return the shape
     */
    public PodShape withMac(MacAddress address) {
        return new PodShape(nic, address, mtu, addresses, gateways);
    }

    /**
     * The same with other addresses.
     *
     * @param prefixes the pod's addresses, with the length of their subnet
     * @return the shape
     */
    public PodShape withAddresses(IpPrefix... prefixes) {
        return new PodShape(nic, mac, mtu, List.of(prefixes), gateways);
    }

    /**
     * The same with other gateways.
     *
     * @param prefixes the addresses of the node's end; the pod has a default route by each
     * @return the shape
     */
    public PodShape withGateways(IpPrefix... prefixes) {
        return new PodShape(nic, mac, mtu, addresses, List.of(prefixes));
    }

    /**
     * The same without addresses, and so without routes: a NIC that some IPAM leaves to the guest.
     *
     * @return the shape
     */
    public PodShape withoutAddresses() {
        return new PodShape(nic, mac, mtu, List.of(), List.of());
    }

    private static List<IpPrefix> prefixes(String first, String second) {
        return List.of(IpPrefix.parse(first), IpPrefix.parse(second));
    }
}
