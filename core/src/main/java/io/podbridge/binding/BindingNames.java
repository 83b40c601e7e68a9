package io.podbridge.binding;

/**
 * The names that KubeVirt gives to the links of a binding, so that whoever knows those finds their way here.
 *
 * @param nic the pod's NIC while it is a port of the bridge: {@code eth0-nic}
 * @param bridge the bridge: {@code k6t-eth0}
 * @param tap the tap: {@code tap0}
 */
public record BindingNames(String nic, String bridge, String tap) {
    private static final String HASHED = "pod[0-9a-f]{11}";

    /**
     * The names for a pod's interface. A hashed name ({@code pod} and 11 hexadecimal digits) loses its {@code pod} in them, or they
     * would be too long. They may be longer than the 15 bytes that a name has; preflight refuses that.
     *
     * @param interfaceName the name under which the pod knows its NIC
     * @return the names
     */
    public static BindingNames of(String interfaceName) {
        String stem = interfaceName.matches(HASHED) ? interfaceName.substring(3) : interfaceName;
        String number = interfaceName.length() > 3 ? interfaceName.substring(3) : interfaceName;
        return new BindingNames(stem + "-nic", "k6t-" + stem, "tap" + number);
    }
}
