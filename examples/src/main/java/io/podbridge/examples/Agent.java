package io.podbridge.examples;

import io.podbridge.BindingException;
import io.podbridge.Bindings;
import io.podbridge.PreparedPod;
import io.podbridge.RecordedBinding;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the pods of a machine be as the requests say. What was done is told by the journals and the kernel alone, so that an agent that starts goes
 * on where another was killed, and a round in which nothing is to be done changes nothing.
 */
final class Agent {
    private static final System.Logger LOG = System.getLogger(Agent.class.getName());

    private final Bindings bindings;
    private final PodRequests requests;
    private final Answers answers;
    private final Function<Path, NetworkNamespace> namespaces;

    Agent(Bindings bindings, PodRequests requests, Answers answers, Function<Path, NetworkNamespace> namespaces) {
        this.bindings = bindings;
        this.requests = requests;
        this.answers = answers;
        this.namespaces = namespaces;
    }

    /** One round: binds or mends what is asked for, releases what is not, and forgets pods that have died. */
    void reconcile() throws IOException {
        Map<String, Path> wanted = requests.read();
        settle(wanted.values());
        for (Map.Entry<String, Path> request : wanted.entrySet()) {
            bind(request.getKey(), request.getValue());
        }
        answers.keep(wanted.keySet());
    }

    /**
     * Gives every pod its network back, and takes its answer away, but for those whose virtual machine still runs: the next agent finds their
     * journals. Where a journal cannot be read nobody knows whose it is, and all answers stay.
     */
    void releaseAll() throws IOException {
        settle(List.of());
        List<RecordedBinding> left = bindings.list();
        if (left.stream().noneMatch(binding -> binding.state() == RecordedBinding.State.UNREADABLE)) {
            Map<String, Path> bound = requests.read();
            bound.values().retainAll(left.stream().flatMap(binding -> binding.namespacePath().stream()).toList());
            answers.keep(bound.keySet());
        }
    }

    private void bind(String name, Path namespace) throws IOException {
        try {
            PreparedPod pod = bindings.configurator(namespaces.apply(namespace), BridgeBinding.of("eth0").withTapOwner(107, 107))
                    .preparePodNetworkInterface();
            pod.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, name + ": " + warning));
            answers.bound(name, pod.dhcpConfig().toJson(pod.domainInterface()));
        } catch (BindingException | NetlinkException e) {
            // The next round tries again: it goes on where this one stopped.
            LOG.log(System.Logger.Level.WARNING, name + ": " + e.getMessage());
            answers.failed(name, String.valueOf(e.getMessage()));
        }
    }

    private void settle(Collection<Path> wanted) {
        for (RecordedBinding recorded : bindings.list()) {
            try {
                switch (recorded.state()) {
                    case LIVE -> releaseUnless(wanted, recorded);
                    case GONE -> recorded.forget();
                    case UNREADABLE -> LOG.log(System.Logger.Level.ERROR, recorded.problem());
                }
            } catch (BindingException | NetlinkException e) {
                LOG.log(System.Logger.Level.WARNING, recorded.file() + ": " + e.getMessage());
            }
        }
    }

    private static void releaseUnless(Collection<Path> wanted, RecordedBinding recorded) {
        if (recorded.namespacePath().filter(wanted::contains).isEmpty()) {
            recorded.configurator().release();
        }
    }
}
