package io.podbridge.testkit;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.LinkName;
import io.podbridge.testkit.kernel.ForeignLinks;
import io.podbridge.testkit.kernel.Kernel;
import io.podbridge.testkit.kernel.KernelRefusal;
import io.podbridge.testkit.kernel.KernelRule;
import io.podbridge.testkit.kernel.Machine;
import io.podbridge.testkit.kernel.Netns;
import io.podbridge.testkit.kernel.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A machine in memory with network namespaces that behave as those of Linux 6.18, for tests that have no privilege, or that want a kernel to
 * fail at a chosen moment. Chosen explicitly: {@code Bindings.in(dir).withHandlers(NetlinkHandlers.of(kernel.provider()))}.
 *
 * <pre>{@code
 * FakeKernel kernel = FakeKernel.create();
 * FakePod pod = FakePod.create(kernel);
 * bindings.configurator(pod.namespace(), BridgeBinding.of("eth0")).preparePodNetworkInterface();
 * }</pre>
 *
 * <p>What a kernel does a moment later (carriers, operational states, duplicate address detection) is done before the call returns. Its clock
 * stands still unless {@link #advance} moves it or a running one was given. Random MAC addresses are the same in every run. Safe for several threads.
 */
public final class FakeKernel {
    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Machine machine;
    private final FakeProcess process = new FakeProcess();

    private FakeKernel(Machine machine) {
        this.machine = machine;
    }

    /**
     * Starts a machine that can do everything, whose clock stands still.
     *
     * @return the machine, without a namespace
     */
    public static FakeKernel create() {
        return lacking(Set.of());
    }

    /**
     * Starts a machine with a clock of its own.
     *
     * @param clock what lifetimes run by
     * @return the machine, without a namespace
     */
    public static FakeKernel create(Clock clock) {
        return create(clock, Set.of());
    }

    /**
     * Starts a machine that cannot do everything.
     *
     * @param features what it lacks: the driver of DUMMY or TAP, the caller's NET_ADMIN, WRITABLE_SYSCTL, TAP_INDEX, NAMESPACE_COOKIE;
     *        the others are only said to be missing
     * @return the machine, without a namespace
     */
    public static FakeKernel lacking(Set<Feature> features) {
        return create(STANDING, features);
    }

    /**
     * Starts a machine with a clock of its own that cannot do everything.
     *
     * @param clock what lifetimes run by
     * @param lacking what it lacks, as in {@link #lacking}
     * @return the machine, without a namespace
     */
    public static FakeKernel create(Clock clock, Set<Feature> lacking) {
        return new FakeKernel(new Machine(new Rules(Set.of()), lacking, clock));
    }

    /** A machine that breaks rules, for tests of the conformance suite; without the driver of dummies, so that this can be seen too. */
    static FakeKernel breaking(Set<KernelRule> rules) {
        return new FakeKernel(new Machine(new Rules(rules), Set.of(Feature.DUMMY), STANDING));
    }

    /**
     * Makes a namespace with nothing but a loopback that is down.
     *
     * @param name its name
     * @return the namespace
     * @throws IllegalArgumentException if there is one of that name
     */
    public NetworkNamespace namespace(String name) {
        return machine.locked(() -> machine.newNamespace(name).namespace());
    }

    /**
     * Deletes a namespace. While a handler is open in it, it lives on without its name; then its links go, and the other ends of its veths.
     * Deleting it twice is harmless.
     *
     * @param namespace the namespace
     */
    public void delete(NetworkNamespace namespace) {
        machine.locked(() -> {
            machine.find(namespace).ifPresent(Netns::delete);
            return namespace;
        });
    }

    /**
     * Opens a handler without a listener.
     *
     * @param namespace one of this machine's
     * @return an open handler, which the caller closes
     * @throws NetlinkException NOT_FOUND if the namespace is gone, or another machine's; INVALID if it is a real one
     * @throws SimulatedCrash if the process has died; {@link #inject} starts another
     */
    public FakeNetlinkHandler open(NetworkNamespace namespace) {
        return open(HandlerOptions.of(namespace));
    }

    /**
     * Opens a handler. It pins its namespace until it is closed.
     *
     * @param options namespace and listener; the deadline is always met
     * @return an open handler, which the caller closes
     * @throws NetlinkException NOT_FOUND if the namespace is gone, or another machine's; INVALID if it is a real one
     * @throws SimulatedCrash if the process has died; {@link #inject} starts another
     */
    public FakeNetlinkHandler open(HandlerOptions options) {
        return machine.locked(() -> {
            process.requireLife();
            process.faults().other(Deed.Sort.OPEN).ifPresent(blow -> {
                throw blow.of(NetlinkException.failed("enter", options.namespace().toString()));
            });
            return new FakeNetlinkHandler(process, machine, require(options.namespace()), options);
        });
    }

    private Netns require(NetworkNamespace namespace) {
        if (!namespace.isInMemory()) {
            throw NetlinkException.failed("enter", namespace.toString()).kind(FailureKind.INVALID)
                    .advice("this kernel is in memory and knows only the namespaces that it has made").build();
        }
        return machine.find(namespace).orElseThrow(() -> NetlinkException.failed("enter", namespace.toString())
                .errno(Errno.named("ENOENT")).kind(FailureKind.NOT_FOUND).build());
    }

    /** {@return a provider with the id {@code fake} that opens handlers of this machine; for {@code NetlinkHandlers.of}} */
    public NetlinkHandlerProvider provider() {
        return new FakeProvider(this);
    }

    /**
     * Lays a veth between two namespaces; both ends are down.
     *
     * @param one a namespace
     * @param oneName the name of its end
     * @param other another namespace, or the same
     * @param otherName the name of its end
     * @throws IllegalArgumentException if a name is no valid one
     * @throws NetlinkException EXISTS if a name is taken, or both ends would have one name in one namespace; nothing is made then
     */
    public void vethPair(NetworkNamespace one, String oneName, NetworkNamespace other, String otherName) {
        LinkName.check(oneName);
        LinkName.check(otherName);
        machine.locked(() -> {
            try {
                new Kernel(require(one)).join(oneName, require(other), otherName);
                return one;
            } catch (KernelRefusal refusal) {
                throw NetlinkException.failed("add veth", "\"" + oneName + "\" to \"" + otherName + "\"").errno(refusal.errno())
                        .build(refusal);
            }
        });
    }

    /**
     * Puts a link into a namespace that no request makes: hardware, or one of a kind that needs more than a name.
     *
     * @param namespace where it is put
     * @param link what it looks like; it is down
     * @throws IllegalArgumentException if this kernel makes links of that kind itself
     * @throws NetlinkException EXISTS if the name is taken, NOT_FOUND if there is no such link below it; nothing is made then
     */
    public void addLink(NetworkNamespace namespace, FakeLink link) {
        machine.locked(() -> {
            try {
                Netns below = require(link.lowerNamespace().orElse(namespace));
                ForeignLinks links = new ForeignLinks(require(namespace));
                int made = links.add(link.name(), link.kind(), link.traits(), below, link.lower());
                link.layer().ifPresent(layer -> links.layer(made, layer));
                return made;
            } catch (KernelRefusal refusal) {
                throw NetlinkException.failed("add link", "\"" + link.name() + "\"").errno(refusal.errno()).build(refusal);
            }
        });
    }

    /**
     * A process, such as a VM's, attaches to a tap, which so gets its carrier.
     *
     * @param namespace the tap's namespace
     * @param tap its name
     * @throws NetlinkException NOT_FOUND if there is no such tap
     */
    public void attach(NetworkNamespace namespace, String tap) {
        attach(namespace, tap, true);
    }

    /**
     * The process lets go of a tap, which so loses its carrier.
     *
     * @param namespace the tap's namespace
     * @param tap its name
     * @throws NetlinkException NOT_FOUND if there is no such tap
     */
    public void detach(NetworkNamespace namespace, String tap) {
        attach(namespace, tap, false);
    }

    private void attach(NetworkNamespace namespace, String tap, boolean attached) {
        machine.locked(() -> {
            if (!new Kernel(require(namespace)).attach(tap, attached)) {
                throw NetlinkException.failed("attach to the tap", "\"" + tap + "\"").errno(Errno.named("ENODEV")).build();
            }
            return namespace;
        });
    }

    /**
     * Looks at an offload that netlink does not show.
     *
     * @param namespace the link's namespace
     * @param link its name
     * @return whether TX checksums are left to the hardware; absent if there is no such link
     */
    public Optional<Boolean> txChecksumOffload(NetworkNamespace namespace, String link) {
        return machine.locked(() -> new Kernel(require(namespace)).txChecksumOffload(link));
    }

    /**
     * Moves the clock on: lifetimes run, and what is over by then goes.
     *
     * @param time how far
     */
    public void advance(Duration time) {
        machine.locked(() -> {
            machine.advance(time);
            return time;
        });
    }

    /**
     * Says what the machine, or its caller, cannot do from now on, in place of what was said before: a process that has lost
     * CAP_NET_ADMIN, a {@code /proc/sys} that is mounted read-only.
     *
     * @param features what is lacking, as in {@link #lacking}; empty for nothing
     */
    public void lack(Set<Feature> features) {
        machine.locked(() -> {
            machine.lack(features);
            return features;
        });
    }

    /**
     * Says what shall go wrong from now on, in place of what was said before; the counts begin anew. Where the process has died, this starts
     * another one: handlers can be opened again, and those of the dead one stay dead.
     *
     * @param wanted what shall go wrong
     */
    public void inject(Faults wanted) {
        machine.locked(() -> {
            process.begin(wanted);
            return wanted;
        });
    }

    /**
     * Which of the faults that were {@linkplain #inject injected} have not struck yet, so that a test can see that what it is about came to
     * pass.
     *
     * @return each in words, such as {@code EBUSY at request 3}; empty if all have struck
     */
    public List<String> pendingFaults() {
        return machine.locked(() -> process.faults().unstruck());
    }

    /** {@return all requests that were sent, by any handler, oldest first} */
    public List<RecordedRequest> requests() {
        return machine.locked(process::requests);
    }

    /** Forgets all requests that were sent so far, so that {@link #requests} has what comes next; a handler remembers its own. */
    public void forgetRequests() {
        machine.locked(() -> {
            process.forgetRequests();
            return process;
        });
    }

    /** The same machine as its tests see it: nothing is counted, struck or recorded, and no process dies. */
    FakeKernel aside() {
        return new FakeKernel(machine);
    }
}
