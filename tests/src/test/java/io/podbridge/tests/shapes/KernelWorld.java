package io.podbridge.tests.shapes;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.PodShape;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A pod in the real kernel. */
final class KernelWorld implements World {
    private static final String NODE_END = "veth-pod";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final TestPod pod;

    KernelWorld(PodShape shape) {
        this.pod = TestPod.create(shape);
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
        pod.node().ip("link", "add", "veth-" + name, "up", "type", "veth", "peer", "name", name, "netns", pod.pod().name());
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
        return () -> settled(before);
    }

    /** The kernel makes a link-local address, and its route after that, when it gets round to it; each look takes a while. */
    private String settled(PodSnapshot before) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        String difference = before.difference(pod.snapshot());
        while (!difference.isEmpty() && System.nanoTime() < deadline) {
            difference = before.difference(pod.snapshot());
        }
        return difference;
    }

    @Override
    public void close() {
        pod.close();
    }
}
