package io.podbridge.tests.shapes;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.PodShape;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A pod in the real kernel. */
final class KernelWorld implements World {
    private static final String NODE_END = "veth-pod";

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
        PodSnapshot before = pod.snapshot();
        return () -> before.difference(pod.snapshot());
    }

    @Override
    public void close() {
        pod.close();
    }
}
