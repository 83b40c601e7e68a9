package io.podbridge.tests.shapes;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.PodShape;
import java.util.function.Supplier;

/** A pod in a kernel in memory. */
final class FakeWorld implements World {
    private static final String NODE_END = "veth-pod";

    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod;

    FakeWorld(PodShape shape) {
        this.pod = FakePod.create(kernel, shape);
    }

    @Override
    public NetlinkHandlers handlers() {
        return NetlinkHandlers.of(kernel.provider());
    }

    @Override
    public NetworkNamespace namespace() {
        return pod.namespace();
    }

    @Override
    public void addVeth(String name) {
        kernel.vethPair(pod.namespace(), name, pod.node(), "veth-" + name);
        raise(pod.namespace(), name);
        raise(pod.node(), "veth-" + name);
    }

    private void raise(NetworkNamespace namespace, String name) {
        try (var handler = kernel.open(namespace)) {
            handler.linkSetUp(handler.linkByName(name).orElseThrow().id());
        }
    }

    @Override
    public void addForeign(Driver driver, String name) {
        kernel.addLink(pod.namespace(),
                driver.hangsOnALink() ? driver.fake(name).withLower(pod.node(), NODE_END) : driver.fake(name));
    }

    @Override
    public void addChild(Driver driver, String name, String lower) {
        kernel.addLink(pod.namespace(), driver.fake(name).withLower(lower));
    }

    @Override
    public Supplier<String> watch() {
        NamespaceState before = pod.snapshot();
        return () -> String.join("\n", before.difference(pod.snapshot()));
    }

    @Override
    public void close() {
        kernel.delete(pod.namespace());
        kernel.delete(pod.node());
    }
}
