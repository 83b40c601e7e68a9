package io.podbridge.cli.demo;

import io.podbridge.cli.output.Console;
import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A pod and its node, two namespaces joined by a veth, as a network plugin leaves them. They are gone when this is closed. */
final class DemoWorld implements AutoCloseable {
    /** The pod's interface. */
    static final String NIC = "eth0";

    private static final Path IPV6 = Path.of("/proc/net/if_inet6");
    private static final String ON_NODE = "veth-pod";

    private final Console console;
    private final HeldNamespace node;
    private final HeldNamespace pod;

    private DemoWorld(Console console, HeldNamespace node, HeldNamespace pod) {
        this.console = console;
        this.node = node;
        this.pod = pod;
    }

    static DemoWorld make(Console console) {
        HeldNamespace node = HeldNamespace.make();
        try {
            return furnished(new DemoWorld(console, node, HeldNamespace.make()));
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private static DemoWorld furnished(DemoWorld world) {
        try {
            world.furnish(Files.exists(IPV6));
            return world;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private void furnish(boolean ipv6) {
        onNode("link add " + ON_NODE + " mtu 1450 type veth peer name " + NIC
                + " mtu 1450 address 0a:58:0a:f4:01:07 netns " + pod.file());
        onNode("link set " + ON_NODE + " up");
        onNode("address add 10.244.1.1/24 dev " + ON_NODE);
        inPod("link set lo up");
        inPod("link set " + NIC + " up");
        inPod("address add 10.244.1.7/24 broadcast + dev " + NIC);
        inPod("route add default via 10.244.1.1 dev " + NIC);
        if (ipv6) {
            onNode("address add fd00:10:244:1::1/64 dev " + ON_NODE + " nodad");
            inPod("address add fd00:10:244:1::7/64 dev " + NIC + " nodad");
            inPod("route add default via fd00:10:244:1::1 dev " + NIC);
        } else {
            console.line("  this kernel has no IPv6, so the pod has none");
        }
    }

    NetworkNamespace pod() {
        return pod.namespace();
    }

    private void onNode(String words) {
        ip(node, "node", words);
    }

    private void inPod(String words) {
        ip(pod, "pod", words);
    }

    private void ip(HeldNamespace namespace, String name, String words) {
        console.line("  " + name + ": ip " + words);
        namespace.ip(List.of(words.split(" ", -1)));
    }

    @Override
    public void close() {
        pod.close();
        node.close();
    }
}
