package io.podbridge.internal.engine;

import io.podbridge.binding.BindingPlan;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Drift;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.Phase;
import io.podbridge.binding.PlannedStep;
import io.podbridge.binding.PodInterface;
import io.podbridge.binding.Refusal;
import io.podbridge.internal.pod.BridgeNetfilter;
import io.podbridge.internal.pod.Discovery;
import io.podbridge.internal.pod.Observed;
import io.podbridge.internal.pod.Reunion;
import io.podbridge.internal.preflight.Preflight;
import io.podbridge.internal.step.BindingSteps;
import io.podbridge.internal.step.Step;
import io.podbridge.internal.watch.Watch;
import io.podbridge.journal.BindingIdentity;
import io.podbridge.journal.BindingJournal;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Sysctl;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The verbs of one binding, with an open handler and, where the kernel is changed, the lock held. It lives as long as one verb. */
public final class Engine {
    private final NetlinkHandler handler;
    private final BindingJournal journal;
    private final BridgeBinding binding;
    private final Clock clock;
    private final RandomGenerator random;
    private final Watch watch;
    private final Contexts contexts;
    /** What this verb has begun is this namespace's, though nothing there may show it yet. */
    private boolean hasBegun;

    /**
     * The verbs of one binding.
     *
     * @param handler the namespace
     * @param journal its journal for this interface
     * @param binding what was asked for, with the tap's owner resolved
     * @param clock tells when something was read
     * @param random chooses indices, names and the bridge's MAC address
     * @param watch hears of it
     */
    public Engine(NetlinkHandler handler, BindingJournal journal, BridgeBinding binding, Clock clock, RandomGenerator random,
            Watch watch) {
        this.handler = handler;
        this.journal = journal;
        this.binding = binding;
        this.clock = clock;
        this.random = random;
        this.watch = watch;
        this.contexts = new Contexts(handler, clock);
    }

    /** {@return the record of this binding; absent if there is none, or only that of a namespace that is gone} */
    public Optional<BindingRecord> record() {
        return alive(journal.read());
    }

    private Optional<BindingRecord> alive(Optional<BindingRecord> noted) {
        return noted.filter(record -> hasBegun || Identities.match(record, handler, links()) != Identities.Match.GONE);
    }

    /**
     * Reads the interface, and lets the journal say that it was found.
     *
     * @return what was found
     */
    public PodInterface discover() {
        Optional<BindingRecord> noted = journal.read();
        Optional<BindingRecord> known = alive(noted);
        if (known.isPresent() && known.get().phase().hasTouchedKernel()) {
            return known.get().pod();
        }
        Observed observed = links();
        PodInterface pod = Discovered.pod(binding, handler, observed, clock);
        if (noted.isPresent() && known.isEmpty()) {
            journal.setAside();
        }
        journal.write(
                new BindingRecord(Phase.PENDING.to(Phase.DISCOVERED), Identities.of(handler), binding, pod, Optional.empty()));
        return pod;
    }

    /**
     * Makes the binding hold, from wherever it is.
     *
     * @return what holds now
     */
    public Prepared prepare() {
        Optional<BindingRecord> noted = journal.read();
        Optional<BindingRecord> known = alive(noted);
        boolean predecessorIsDead = noted.isPresent() && known.isEmpty();
        if (known.isPresent() && known.get().phase() == Phase.RELEASING) {
            new Release(known.get(), handler, journal, contexts, watch).finish();
            known = Optional.empty();
        }
        boolean resumes = known.isPresent() && known.get().phase().hasTouchedKernel();
        Observed observed = links();
        return resumes
                ? converge(resume(known.get(), observed), Optional.empty())
                : converge(begin(observed, predecessorIsDead), Optional.of(observed));
    }

    private record Begun(BindingRecord record, List<String> warnings) {}

    /** A later namespace can have the inode of one that died without a release. */
    private Begun begin(Observed observed, boolean predecessorIsDead) {
        refuseIfJournalIsLost(observed);
        PodInterface pod = Discovered.pod(binding, handler, observed, clock);
        Preflight preflight = new Preflight(binding, pod, observed, handler);
        Refusals.throwIfAny(preflight.refusals());
        List<String> warnings = preflight.warnings();
        BindingRecord record = new BindingRecord(Phase.DISCOVERED.to(Phase.PREPARING), Identities.of(handler), binding, pod,
                Optional.of(new OwnLinksChoice(observed, random).choose(binding, pod, handler)));
        if (predecessorIsDead) {
            journal.setAside();
        }
        journal.write(record);
        hasBegun = true;
        return new Begun(record, warnings);
    }

    private void refuseIfJournalIsLost(Observed observed) {
        Refusals.throwIfAny(Refusals.lostJournal(binding, observed).stream().toList());
    }

    private Begun resume(BindingRecord record, Observed observed) {
        hasBegun = true;
        Refusals.throwIfAny(resumeRefusals(record, observed));
        BindingRecord current = record.with(identity(record), pod(record, observed));
        if (!current.equals(record)) {
            journal.write(current);
        }
        return new Begun(current, warnings(current, observed));
    }

    /** Of a binding that somebody else began: it may have died before it could tell anybody. What cannot be read keeps nobody from going on. */
    private List<String> warnings(BindingRecord record, Observed observed) {
        if (record.phase() == Phase.PREPARED) {
            return LostPlaceholder.warnings(record, observed);
        }
        try {
            return new Preflight(record.binding(), record.pod(), observed, handler).warnings();
        } catch (NetlinkException e) {
            return List.of("what works less well here could not be found out: " + e.getMessage());
        }
    }

    /** The namespace may be reached in another way by now, and the old one may lead nowhere; what is known of it stays known. */
    private BindingIdentity identity(BindingRecord record) {
        BindingIdentity now = Identities.of(handler);
        OptionalLong cookie = now.cookie().isPresent() ? now.cookie() : record.identity().cookie();
        return new BindingIdentity(now.bootId(), cookie, now.path(), now.inode(), now.process());
    }

    /** As long as the NIC has not been touched, somebody may have changed it since it was read, and that must not be lost. */
    private PodInterface pod(BindingRecord record, Observed observed) {
        Link read = record.pod().link();
        Optional<Link> untouched = observed.link(read.index())
                .filter(nic -> record.phase() == Phase.PREPARING && nic.name().equals(read.name()) && nic.mac().equals(read.mac())
                        && nic.master().isEmpty() && nic.isUp() == read.isUp());
        return untouched.map(nic -> readAgain(record.pod(), nic, observed)).orElse(record.pod());
    }

    private PodInterface readAgain(PodInterface before, Link nic, Observed observed) {
        PodInterface pod = Reunion.of(before, new Discovery(handler, binding, clock).read(nic, observed));
        Refusals.throwIfAny(new Preflight(binding, pod, observed, handler).refusalsOfNic());
        return pod;
    }

    private List<Refusal> resumeRefusals(BindingRecord record, Observed observed) {
        return Stream.of(Refusals.otherBinding(record, binding), Refusals.unknownNamespace(record, handler, observed),
                Identities.nicProblem(record, observed)).flatMap(Optional::stream).toList();
    }

    /** What was seen when the binding was begun is as good as a look now: all that came between was reading, and our own journal. */
    private Prepared converge(Begun begun, Optional<Observed> seen) {
        TapIndex current = new TapIndex(begun.record, journal);
        boolean mending = begun.record.phase() == Phase.PREPARED;
        Set<String> changed = new Convergence(handler, watch, () -> look(begun.record),
                seen.filter(links -> !needsRoutes(begun.record)),
                observed -> BindingSteps.of(contexts.of(current.adopt(observed), mending))).run();
        BindingRecord done = mending ? current.record() : current.record().in(Phase.PREPARED);
        if (!mending) {
            journal.write(done);
        }
        List<String> names = BindingSteps.of(contexts.of(done, mending)).stream().map(Step::name).toList();
        return new Prepared(done, names, List.copyOf(changed), begun.warnings);
    }

    /** {@return whether the binding was begun and has not been complete yet: only then can all of it be taken back without harm} */
    public boolean isBeginning() {
        return record().map(record -> record.phase() == Phase.PREPARING).orElse(false);
    }

    /** {@return what does not hold of a binding that was complete} */
    public List<Drift> verify() {
        Optional<BindingRecord> known = record();
        Phase phase = known.map(BindingRecord::phase).orElse(Phase.PENDING);
        if (phase != Phase.PREPARED) {
            Drift notBound = new Drift("phase of the binding", Phase.PREPARED.name(), phase.name(), "prepare");
            boolean missing = !phase.hasTouchedKernel() && Discovered.nic(binding, links()).isEmpty();
            return missing
                    ? List.of(notBound, Drift.missing("interface " + binding.interfaceName(), "discover"))
                    : List.of(notBound);
        }
        Observed observed = look(known.get());
        return BindingSteps.of(contexts.of(known.get(), true)).stream().flatMap(step -> step.assess(observed).drift().stream())
                .toList();
    }

    /** {@return what prepare would do now; nothing is touched} */
    public BindingPlan plan() {
        Optional<BindingRecord> known = record();
        Observed observed = links(known.map(BindingRecord::binding).orElse(binding));
        if (known.isPresent() && known.get().phase().hasTouchedKernel()) {
            BindingRecord record = known.get();
            if (record.phase() == Phase.RELEASING) {
                Release release = new Release(record, handler, journal, contexts, watch);
                return new BindingPlan(record.phase(), List.of(),
                        List.of("a release was begun; it is finished first, and then the binding begins anew"),
                        planned(release.steps(Set.of()), release.look()));
            }
            boolean mending = record.phase() == Phase.PREPARED;
            return new BindingPlan(record.phase(), resumeRefusals(record, observed),
                    warnings(record, observed),
                    planned(BindingSteps.of(contexts.of(record, mending)), look(record)));
        }
        return freshPlan(known.map(BindingRecord::phase).orElse(Phase.PENDING), observed);
    }

    private BindingPlan freshPlan(Phase phase, Observed observed) {
        Optional<PodInterface> pod = Discovered.find(binding, handler, observed, clock);
        if (pod.isEmpty()) {
            return new BindingPlan(phase, List.of(Refusals.noSuchInterface(binding, handler, observed)), List.of(), List.of());
        }
        Preflight preflight = new Preflight(binding, pod.get(), observed, handler);
        List<Refusal> lost = Refusals.lostJournal(binding, observed).stream().toList();
        List<Refusal> refusals = lost.isEmpty() ? preflight.refusals() : lost;
        if (!refusals.isEmpty()) {
            return new BindingPlan(phase, refusals, preflight.warnings(), List.of());
        }
        BindingRecord record = new BindingRecord(Phase.PREPARING, Identities.of(handler), binding, pod.get(),
                Optional.of(new OwnLinksChoice(observed, random).choose(binding, pod.get(), handler)));
        return new BindingPlan(phase, refusals, preflight.warnings(),
                planned(BindingSteps.of(contexts.of(record, false)), observed));
    }

    private static List<PlannedStep> planned(List<Step> steps, Observed observed) {
        return steps.stream().map(step -> {
            var assessment = step.assess(observed);
            return new PlannedStep(step.name(), assessment.holds(), assessment.requests());
        }).toList();
    }

    /**
     * Gives the pod its network back.
     *
     * @param force also while a VM is attached to the tap, and without routes that the kernel does not take back
     * @return whether there was anything to give back
     */
    public boolean release(boolean force) {
        Optional<BindingRecord> known = record();
        if (known.isEmpty()) {
            refuseIfJournalIsLost(links());
            journal.setAside();
            return false;
        }
        if (!known.get().phase().hasTouchedKernel()) {
            journal.delete();
            return false;
        }
        new Release(known.get(), handler, journal, contexts, watch).run(force);
        return true;
    }

    /** A placeholder that is up has routes, too. */
    private static boolean needsRoutes(BindingRecord record) {
        return record.own().map(OwnLinks::placeholderIsUp).orElse(false);
    }

    private Observed look(BindingRecord record) {
        List<Sysctl> settings = BridgeNetfilter.settings(record.binding());
        return needsRoutes(record) ? Observed.everything(handler, settings) : Observed.linksAndAddresses(handler, settings);
    }

    private Observed links() {
        return links(binding);
    }

    private Observed links(BridgeBinding asked) {
        return Observed.linksAndAddresses(handler, BridgeNetfilter.settings(asked));
    }
}
