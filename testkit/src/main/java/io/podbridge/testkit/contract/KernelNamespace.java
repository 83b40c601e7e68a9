package io.podbridge.testkit.contract;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.testkit.netns.ToolFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A namespace of the running kernel, for a backend that talks to it, or for one that writes and one that reads. */
public final class KernelNamespace implements ContractNamespace {
    private static final List<String> LACKING = List.of("Unknown device type", "Operation not supported", "is unknown, try");

    private final Backends backends;
    private final TestNamespace namespace;
    private final NetworkNamespace resolved;

    private KernelNamespace(Backends backends, TestNamespace namespace) {
        this.backends = backends;
        this.namespace = namespace;
        this.resolved = namespace.namespace();
    }

    /**
     * Makes a namespace; where that cannot be done the test is skipped, or fails, as {@link NetnsRequirement} says.
     *
     * @param provider the backend under test; its class has a public constructor without arguments
     * @return the namespace, which the caller closes
     */
    public static KernelNamespace create(NetlinkHandlerProvider provider) {
        return create(new Backends(provider, provider));
    }

    /**
     * Makes a namespace whose handlers write with one backend and read with another, so that what the one writes is what the other
     * reads. Otherwise as {@link #create(NetlinkHandlerProvider)}.
     *
     * @param writer carries out requests, and says which it can
     * @param reader answers reads, the namespace's cookie among them
     * @return the namespace, which the caller closes
     */
    public static KernelNamespace create(NetlinkHandlerProvider writer, NetlinkHandlerProvider reader) {
        return create(new Backends(writer, reader));
    }

    private static KernelNamespace create(Backends backends) {
        NetnsRequirement.check();
        return new KernelNamespace(backends, TestNamespace.create("contract"));
    }

    @Override
    public NetlinkHandler open(RequestListener listener) {
        return backends.open(HandlerOptions.of(resolved).withListener(listener));
    }

    @Override
    public NetlinkHandler open(Duration deadline) {
        return backends.open(HandlerOptions.of(resolved).withDeadline(deadline));
    }

    @Override
    public ContractNamespace join(String here, String there) {
        KernelNamespace other = create(backends);
        namespace.ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", other.namespace.name());
        return other;
    }

    @Override
    public Optional<List<String>> withoutPrivilege(UnprivilegedWork work) {
        return UnprivilegedJvm.isPossible() ? Optional.of(UnprivilegedJvm.run(backends, namespace, work)) : Optional.empty();
    }

    @Override
    public boolean hasForeignKinds() {
        return true;
    }

    @Override
    public boolean addMacvlan(String parent, String name) {
        return done(List.of("link", "add", "link", parent, "name", name, "type", "macvlan"));
    }

    @Override
    public boolean addRouteByNextHopObject(int id, String gateway, String link, String destination) {
        return done(List.of("nexthop", "add", "id", Integer.toString(id), "via", gateway, "dev", link))
                && done(List.of("route", "add", destination, "nhid", Integer.toString(id)));
    }

    /** False for what this kernel, or this {@code ip(8)}, says it does not have; whatever else goes wrong is a mistake. */
    private boolean done(List<String> arguments) {
        try {
            namespace.ip(arguments.toArray(String[]::new));
            return true;
        } catch (ToolFailedException e) {
            if (LACKING.stream().noneMatch(e.toString()::contains)) {
                throw e;
            }
            System.getLogger(KernelNamespace.class.getName()).log(System.Logger.Level.DEBUG, "a case is skipped", e);
            return false;
        }
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
