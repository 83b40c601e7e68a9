package io.podbridge.tests.shapes;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.PodShape;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pod in the real kernel. */
final class KernelWorld implements World {
    private static final String NODE_END = "veth-pod";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final TestPod pod;

    KernelWorld(PodShape shape) {
        this.pod = TestPod.create(shape);
    }

    TestPod pod() {
        return pod;
    }

    /** {@return the name of the node's end of a veth} */
    String nodeEnd(String name) {
        return name.equals(pod.shape().nic()) ? NODE_END : "veth-" + name;
    }

    @Override
    public NetlinkHandlers handlers() {
        return NetlinkHandlers.installed();
    }

    @Override
    public NetworkNamespace namespace() {
        return pod.namespace();
    }

    @Override
    public void addVeth(String name) {
        pod.node().ip("link", "add", nodeEnd(name), "up", "type", "veth", "peer", "name", name, "netns", pod.pod().name());
        pod.ip("link", "set", name, "up");
        pod.awaitLinkLocal(name);
    }

    @Override
    public void addForeign(Driver driver, String name) {
        List<String> lower = driver.hangsOnALink() ? List.of("link", NODE_END) : List.of();
        List<String> line = Stream.of(List.of("link", "add"), lower, List.of("name", name, "netns", pod.pod().name()),
                driver.words()).flatMap(List::stream).toList();
        pod.node().ip(line.toArray(String[]::new));
    }

    @Override
    public void addChild(Driver driver, String name, String lower) {
        pod.ip(Stream.concat(Stream.of("link", "add", "link", lower, "name", name), driver.words().stream())
                .toArray(String[]::new));
    }

    @Override
    public Supplier<String> watch() {
        settle();
        PodSnapshot before = pod.snapshot();
        return () -> {
            settle();
            return before.difference(pod.snapshot());
        };
    }

    /** The kernel makes the route to an IPv6 address of its own some time after the address. */
    private void settle() {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try (NetlinkHandler handler = open()) {
            while (!isSettled(NamespaceState.read(handler)) && System.nanoTime() < deadline) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        }
    }

    private static boolean isSettled(NamespaceState state) {
        Set<IpAddress> local = state.routes().stream().filter(route -> route.table() == Route.LOCAL_TABLE)
                .map(route -> route.destination().address()).collect(Collectors.toSet());
        return state.addresses().stream().filter(address -> address.family() == IpFamily.IPV6)
                .allMatch(address -> local.contains(address.address()));
    }

    @Override
    public void close() {
        pod.close();
    }
}
