package io.podbridge.testkit.contract;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.util.Optional;

/** A namespace of the running kernel, for a backend that talks to it. */
public final class KernelNamespace implements ContractNamespace {
    private final NetlinkHandlerProvider provider;
    private final TestNamespace namespace;
    private final NetworkNamespace resolved;

    private KernelNamespace(NetlinkHandlerProvider provider, TestNamespace namespace) {
        this.provider = provider;
        this.namespace = namespace;
        this.resolved = namespace.namespace();
    }

    /**
     * Makes a namespace; where that cannot be done the test is skipped, or fails, as {@link NetnsRequirement} says.
     *
     * @param provider the backend under test
     * @return the namespace, which the caller closes
     */
    public static KernelNamespace create(NetlinkHandlerProvider provider) {
        NetnsRequirement.check();
        return new KernelNamespace(provider, TestNamespace.create("contract"));
    }

    @Override
    public NetlinkHandler open(RequestListener listener) {
        return provider.open(HandlerOptions.of(resolved).withListener(listener));
    }

    @Override
    public ContractNamespace join(String here, String there) {
        KernelNamespace other = create(provider);
        namespace.ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", other.namespace.name());
        return other;
    }

    @Override
    public Optional<Boolean> txChecksumOffload(String link) {
        if (!TestNamespace.isInstalled("ethtool")) {
            return Optional.empty();
        }
        return Optional.of(namespace.exec("ethtool", "-k", link).contains("tx-checksumming: on"));
    }

    @Override
    public void close() {
        namespace.close();
    }
}
