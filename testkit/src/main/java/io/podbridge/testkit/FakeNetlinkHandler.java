package io.podbridge.testkit;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.testkit.kernel.Kernel;
import io.podbridge.testkit.kernel.KernelCall;
import io.podbridge.testkit.kernel.KernelRule;
import io.podbridge.testkit.kernel.Machine;
import io.podbridge.testkit.kernel.Netns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A handler of a {@link FakeKernel}. Reads give copies, writes are done at once, and everything that was sent is on record. Where
 * {@link Faults} let the process die, the call throws {@link SimulatedCrash}, and so does every later one of every handler that was open
 * then, except {@link #close}; a dead handler does not keep its namespace.
 */
public final class FakeNetlinkHandler implements NetlinkHandler {
    private final FakeProcess process;
    private final Machine machine;
    private final Netns netns;
    private final HandlerOptions options;
    private final Kernel kernel;
    private final List<RecordedRequest> requests = new ArrayList<>();
    private Optional<SimulatedCrash> crash = Optional.empty();
    private boolean closed;

    FakeNetlinkHandler(FakeProcess process, Machine machine, Netns netns, HandlerOptions options) {
        this.process = process;
        this.machine = machine;
        this.netns = netns;
        this.options = options;
        this.kernel = new Kernel(netns);
        netns.pin();
        process.opened(this);
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
        return read("list links of", kernel::links);
    }

    @Override
    public Optional<Link> linkByName(String name) {
        return read("read link \"" + name + "\" of", () -> kernel.link(name));
    }

    @Override
    public Optional<Link> linkByIndex(int index) {
        return read("read link #" + index + " of", () -> kernel.link(index));
    }

    @Override
    public List<InterfaceAddress> addrList() {
        return read("list addresses of", kernel::addresses);
    }

    @Override
    public List<Route> routeList() {
        return read("list routes of", kernel::routes);
    }

    @Override
    public List<Neighbour> neighList() {
        return read("list neighbours of", kernel::neighbours);
    }

    @Override
    public List<NextHopObject> nextHopList() {
        return read("list next-hop objects of", List::of);
    }

    @Override
    public List<String> unsaid(NetlinkRequest request) {
        return ask(() -> kernel.unsaid(request));
    }

    @Override
    public Optional<String> sysctl(Sysctl key) {
        return read("read the sysctl \"" + key + "\" of", () -> kernel.sysctl(key));
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
        KernelCall parts = kernel.call(request).orElseGet(() -> KernelCall.of(() -> refuseUnknown(request)));
        FakeCall call = new FakeCall(machine, netns, request, parts,
                process.faults().request(request, parts.size(), NamedLinks.of(request, kernel)));
        try {
            RequestOutcome outcome = call.carryOut();
            record(call.recorded(outcome));
            return outcome;
        } catch (SimulatedCrash death) {
            record(call.recorded(FakeFailures.died(request)));
            process.die(death);
            throw death;
        }
    }

    private void refuseUnknown(NetlinkRequest request) {
        if (machine.holds(KernelRule.UNKNOWN_REQUEST_IS_UNSUPPORTED)) {
            throw FakeFailures.unknown(request);
        }
    }

    private void record(RecordedRequest recorded) {
        requests.add(recorded);
        process.record(recorded);
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
            if (!closed && crash.isEmpty()) {
                process.closed(this);
                netns.unpin();
            }
            closed = true;
            return closed;
        });
    }

    /** The process that has it open is dead, and the kernel closes what it had open. */
    void die(SimulatedCrash death) {
        crash = Optional.of(death);
        netns.unpin();
    }

    private <T> T read(String operation, Supplier<T> question) {
        return ask(() -> {
            process.faults().other(Deed.Sort.READ).ifPresent(blow -> {
                throw blow.of(NetlinkException.failed(operation, namespace().toString()));
            });
            return question.get();
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
