package io.podbridge.testkit;

import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.testkit.netns.ToolFailedException;
import java.time.Duration;

/**
 * A pod as a CNI plugin leaves it: a namespace for the pod, one for its node, and a veth between them. Nothing is done to the namespace
 * of the JVM. Closing deletes both; what is not closed is deleted when the JVM ends. Works without JUnit; {@link NetnsExtension} hands
 * one to a JUnit test.
 */
public final class TestPod implements AutoCloseable {
    private static final String NODE_END = "veth-pod";
    private static final Duration LINK_LOCAL_DEADLINE = Duration.ofSeconds(60);

    private final PodShape shape;
    private final TestNamespace node;
    private final TestNamespace pod;

    private TestPod(PodShape shape, TestNamespace node, TestNamespace pod) {
        this.shape = shape;
        this.node = node;
        this.pod = pod;
    }

    /**
     * Makes a pod of the {@linkplain PodShape#standard() standard shape}.
     *
     * @return the pod, which the caller closes
     * @throws ToolFailedException if {@code ip(8)} fails; nothing is left behind then
     */
    public static TestPod create() {
        return create(PodShape.standard());
    }

    /**
     * Makes a pod.
     *
     * @param shape what it looks like
     * @return the pod, which the caller closes
     * @throws ToolFailedException if {@code ip(8)} fails; nothing is left behind then
     */
    public static TestPod create(PodShape shape) {
        TestPod made = empty(shape);
        try {
            made.cable();
            made.address();
            made.awaitLinkLocal();
            return made;
        } catch (RuntimeException e) {
            try (made) {
                throw e;
            }
        }
    }

    /** {@return which namespace it is, and what it looks like} */
    @Override
    public String toString() {
        return pod.namespace() + " " + shape;
    }

    /** {@return what it looked like when it was made} */
    public PodShape shape() {
        return shape;
    }

    /** {@return the pod's namespace, as a handler or a configurator takes it} */
    public NetworkNamespace namespace() {
        return pod.namespace();
    }

    /** {@return the pod's namespace} */
    public TestNamespace pod() {
        return pod;
    }

    /** {@return the namespace at the other end of the veth} */
    public TestNamespace node() {
        return node;
    }

    /**
     * Runs {@code ip(8)} in the pod.
     *
     * @param arguments such as {@code link}, {@code show}
     * @return what it printed
     * @throws ToolFailedException with what it said on its standard error, if it fails
     */
    public String ip(String... arguments) {
        return pod.ip(arguments);
    }

    /**
     * Runs a program in the pod.
     *
     * @param command the program and its arguments
     * @return what it printed
     * @throws ToolFailedException with what it said on its standard error, if it fails
     */
    public String exec(String... command) {
        return pod.exec(command);
    }

    /** {@return the pod's network as it is now} */
    public PodSnapshot snapshot() {
        return PodSnapshot.of(pod);
    }

    /**
     * Waits until the NIC has the link-local address that the kernel gives it some time after it has come up; a snapshot before that
     * differs from one after it.
     *
     * @throws IllegalStateException if it gets none
     */
    public void awaitLinkLocal() {
        awaitLinkLocal(shape.nic());
    }

    /**
     * The same of another link of the pod.
     *
     * @param link its name
     * @throws IllegalStateException if it gets none
     */
    public void awaitLinkLocal(String link) {
        String found = Eventually.read(LINK_LOCAL_DEADLINE,
                () -> pod.ip("-6", "-o", "addr", "show", "dev", link, "scope", "link", "-tentative"), told -> !told.isBlank());
        if (found.isBlank()) {
            throw new IllegalStateException("\"" + link + "\" in " + pod + " has no link-local address after "
                    + LINK_LOCAL_DEADLINE.toSeconds() + " s");
        }
    }

    /** Deletes both namespaces. Closing twice is harmless. */
    @Override
    public void close() {
        try (node; pod) {
            // Closes both, the pod first, even if that fails.
        }
    }

    private static TestPod empty(PodShape shape) {
        TestNamespace node = TestNamespace.create("node");
        try {
            return new TestPod(shape, node, TestNamespace.create("pod"));
        } catch (ToolFailedException e) {
            try (node) {
                throw e;
            }
        }
    }

    private void cable() {
        String mtu = Integer.toString(shape.mtu());
        // Duplicate address detection with nobody to ask is over at once; with it a pod would take seconds to settle.
        pod.exec("sh", "-c",
                "cd /proc/sys/net/ipv6/conf/default && echo 0 > dad_transmits && echo 0 > router_solicitation_delay");
        pod.ip("link", "set", "lo", "up");
        node.ip("link", "set", "lo", "up");
        node.ip("link", "add", NODE_END, "mtu", mtu, "type", "veth", "peer", "name", shape.nic(), "address",
                shape.mac().toString(),
                "mtu", mtu, "netns", pod.name());
        node.ip("link", "set", NODE_END, "up");
        pod.ip("link", "set", shape.nic(), "up");
    }

    private void address() {
        shape.gateways().forEach(gateway -> addAddress(node, NODE_END, gateway));
        shape.addresses().forEach(address -> addAddress(pod, shape.nic(), address));
        for (IpPrefix gateway : shape.gateways()) {
            pod.ip("route", "add", "default", "via", gateway.address().toString(), "dev", shape.nic());
        }
    }

    private static void addAddress(TestNamespace namespace, String link, IpPrefix address) {
        if (address.family() == IpFamily.IPV6) {
            namespace.ip("addr", "add", address.toString(), "dev", link, "nodad");
        } else {
            namespace.ip("addr", "add", address.toString(), "dev", link);
        }
    }
}
