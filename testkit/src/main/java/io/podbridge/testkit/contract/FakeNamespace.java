package io.podbridge.testkit.contract;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakeLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A namespace of a kernel in memory. */
public final class FakeNamespace implements ContractNamespace {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final FakeKernel kernel;
    private final NetworkNamespace namespace;

    private FakeNamespace(FakeKernel kernel, NetworkNamespace namespace) {
        this.kernel = kernel;
        this.namespace = namespace;
    }

    /**
     * Makes a namespace.
     *
     * @param kernel the kernel that it is made in
     * @return the namespace, which the caller closes
     */
    public static FakeNamespace create(FakeKernel kernel) {
        return new FakeNamespace(kernel, kernel.namespace("contract-" + COUNT.incrementAndGet()));
    }

    @Override
    public NetlinkHandler open(RequestListener listener) {
        return kernel.open(HandlerOptions.of(namespace).withListener(listener));
    }

    @Override
    public NetlinkHandler open(Duration deadline) {
        return kernel.open(HandlerOptions.of(namespace).withDeadline(deadline));
    }

    @Override
    public Optional<List<String>> withoutPrivilege(UnprivilegedWork work) {
        kernel.lack(Set.of(Feature.NET_ADMIN, Feature.WRITABLE_SYSCTL));
        try (NetlinkHandler handler = open()) {
            return Optional.of(work.with(handler));
        } finally {
            kernel.lack(Set.of());
        }
    }

    @Override
    public ContractNamespace join(String here, String there) {
        FakeNamespace other = create(kernel);
        kernel.vethPair(namespace, here, other.namespace, there);
        return other;
    }

    @Override
    public boolean addMacvlan(String parent, String name) {
        kernel.addLink(namespace, FakeLink.ofKind(LinkKind.MACVLAN, name).withLower(parent));
        return true;
    }

    @Override
    public Optional<Boolean> txChecksumOffload(String link) {
        return kernel.txChecksumOffload(namespace, link);
    }

    @Override
    public void close() {
        kernel.delete(namespace);
    }
}
