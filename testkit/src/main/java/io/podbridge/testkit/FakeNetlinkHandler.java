package io.podbridge.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.testkit.kernel.Kernel;
import io.podbridge.testkit.kernel.KernelCall;
import io.podbridge.testkit.kernel.KernelRule;
import io.podbridge.testkit.kernel.Machine;
import io.podbridge.testkit.kernel.Netns;

/**
 * A handler of a {@link FakeKernel}. Reads give copies, writes are done at once, and everything that was sent is on record. Where
 * {@link Faults} let the process die, the call throws {@link SimulatedCrash}, and so does every later one except {@link #close}.
 */
public final class FakeNetlinkHandler implements NetlinkHandler {
    private final FakeKernel owner;
    private final Machine machine;
    private final Netns netns;
    private final HandlerOptions options;
    private final Kernel kernel;
    private final List<RecordedRequest> requests = new ArrayList<>();
    private Optional<SimulatedCrash> crash = Optional.empty();
    private boolean closed;

    FakeNetlinkHandler(FakeKernel owner, Machine machine, Netns netns, HandlerOptions options) {
        this.owner = owner;
        this.machine = machine;
        this.netns = netns;
        this.options = options;
        this.kernel = new Kernel(netns);
        netns.pin();
    }

    @Override
    public NetworkNamespace namespace() {
        return options.namespace();
    }

    @Override
    public OptionalLong namespaceCookie() {
        return ask(() -> machine.has(Feature.NAMESPACE_COOKIE) ? OptionalLong.of(netns.cookie()) : OptionalLong.empty());
    }

    @Override
    public boolean supports(Feature feature) {
        return ask(() -> machine.has(feature));
    }

    @Override
    public List<Link> linkList() {
        return ask(kernel::links);
    }

    @Override
    public Optional<Link> linkByName(String name) {
        return ask(() -> kernel.link(name));
    }

    @Override
    public Optional<Link> linkByIndex(int index) {
        return ask(() -> kernel.link(index));
    }

    @Override
    public List<InterfaceAddress> addrList() {
        return ask(kernel::addresses);
    }

    @Override
    public List<Route> routeList() {
        return ask(kernel::routes);
    }

    @Override
    public List<Neighbour> neighList() {
        return ask(kernel::neighbours);
    }

    @Override
    public Optional<String> sysctl(Sysctl key) {
        return ask(() -> kernel.sysctl(key));
    }

    @Override
    public List<RequestOutcome> execute(List<NetlinkRequest> wanted) {
        ask(wanted::size);
        List<RequestOutcome> outcomes = new ArrayList<>(wanted.size());
        boolean failed = false;
        for (NetlinkRequest request : wanted) {
            RequestOutcome outcome = failed ? RequestOutcome.notSent(request) : answered(request);
            failed |= !outcome.isDone() && machine.holds(KernelRule.FIRST_FAILURE_STOPS_THE_REST);
            outcomes.add(outcome);
        }
        return List.copyOf(outcomes);
    }

    private RequestOutcome answered(NetlinkRequest request) {
        long begun = System.nanoTime();
        RequestOutcome outcome = ask(() -> carryOut(request));
        if (machine.holds(KernelRule.LISTENER_HEARS_EACH_REQUEST)) {
            options.listener().answered(outcome, Duration.ofNanos(System.nanoTime() - begun));
        }
        return outcome;
    }

    private RequestOutcome carryOut(NetlinkRequest request) {
        Optional<KernelCall> call = kernel.call(request);
        int parts = call.map(KernelCall::size).orElse(1);
        try {
            RequestOutcome outcome = call.map(known -> new FakeCall(machine, netns, owner.next(request)).carryOut(request, known))
                    .orElseGet(() -> unknown(request));
            return noted(outcome, parts);
        } catch (SimulatedCrash death) {
            crash = Optional.of(death);
            noted(FakeKernel.died(request), parts);
            throw death;
        }
    }

    private RequestOutcome unknown(NetlinkRequest request) {
        return machine.holds(KernelRule.UNKNOWN_REQUEST_IS_UNSUPPORTED)
                ? RequestOutcome.failed(request, FakeFailures.unknown(request))
                : RequestOutcome.done(request);
    }

    private RequestOutcome noted(RequestOutcome outcome, int parts) {
        RecordedRequest recorded = new RecordedRequest(outcome, parts);
        requests.add(recorded);
        owner.record(recorded);
        return outcome;
    }

    /** {@return the requests that were sent through this handler, oldest first} */
    public List<RecordedRequest> requests() {
        return machine.locked(() -> List.copyOf(requests));
    }

    /**
     * How many parts a request has that could be done while the next is not; see {@link Faults}.
     *
     * @param request any request
     * @return at least 1; absent for a request that this kernel does not know
     */
    public OptionalInt parts(NetlinkRequest request) {
        return ask(() -> kernel.call(request).map(call -> OptionalInt.of(call.size())).orElse(OptionalInt.empty()));
    }

    @Override
    public void close() {
        machine.locked(() -> {
            if (!closed) {
                closed = true;
                netns.unpin();
            }
            return closed;
        });
    }

    private <T> T ask(Supplier<T> question) {
        return machine.locked(() -> {
            if (closed && machine.holds(KernelRule.CLOSED_HANDLER_REFUSES)) {
                throw new IllegalStateException("the handler is closed");
            }
            crash.ifPresent(death -> {
                throw death;
            });
            return question.get();
        });
    }
}
