package io.podbridge.tests.guest;

import io.podbridge.guest.DhcpConfig;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;

/**
 * A Linux behind a tap, as a VM's, but in a namespace: a process attaches to the tap as a hypervisor does, and copies each frame from and to
 * a tap that the guest has as its NIC.
 */
public final class CheapGuest implements AutoCloseable {
    /** The name of its NIC. */
    public static final String NIC = "eth0";
    private static final String MADE_AS = "cheap-guest";

    private final TestNamespace namespace;
    private final Vm vm;

    private CheapGuest(TestNamespace namespace, Vm vm) {
        this.namespace = namespace;
        this.vm = vm;
    }

    /**
     * Starts one that has no address yet.
     *
     * @param pod a pod that is bound
     * @param tap the tap
     * @param mac the guest's MAC address
     */
    public static CheapGuest start(TestNamespace pod, String tap, MacAddress mac) throws IOException {
        Installed.assume("perl");
        TestNamespace namespace = TestNamespace.create("guest");
        CheapGuest guest = new CheapGuest(namespace, Vm.between(pod, tap, MADE_AS));
        pod.ip("link", "set", MADE_AS, "netns", namespace.name());
        guest.ip("link", "set", MADE_AS, "name", NIC, "address", mac.toString());
        guest.exec("sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/" + NIC + "/accept_dad");
        guest.ip("link", "set", NIC, "up");
        return guest;
    }

    /** Starts one that is configured as DHCP would tell it. */
    public static CheapGuest start(TestNamespace pod, String tap, DhcpConfig config) throws IOException {
        CheapGuest guest = start(pod, tap, config.mac());
        GuestNetwork.configure(guest.namespace, config);
        return guest;
    }

    /** {@return where its programs run} */
    public TestNamespace namespace() {
        return namespace;
    }

    public String ip(String... arguments) {
        return namespace.ip(arguments);
    }

    public String exec(String... command) {
        return namespace.exec(command);
    }

    /** {@return whether an address answers a ping} */
    public boolean reaches(String address) {
        return exec("sh", "-c", "busybox ping -c 1 -W 10 " + address + " >/dev/null && echo yes || echo no").strip()
                .equals("yes");
    }

    @Override
    public void close() {
        try (namespace; vm) {
            // Ends the process first, and deletes the namespace even if that fails.
        }
    }
}
