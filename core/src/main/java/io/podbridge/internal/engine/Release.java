package io.podbridge.internal.engine;

import com.google.common.collect.Iterables;
import io.podbridge.binding.Phase;
import io.podbridge.binding.Refusal;
import io.podbridge.internal.pod.BridgeNetfilter;
import io.podbridge.internal.pod.NicSettings;
import io.podbridge.internal.pod.Observed;
import io.podbridge.internal.step.ReleaseSteps;
import io.podbridge.internal.step.Step;
import io.podbridge.internal.watch.Watch;
import io.podbridge.journal.BindingJournal;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.RouteAppend;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives one pod its network back, and forgets the binding. */
final class Release {
    private static final System.Logger LOG = System.getLogger(Release.class.getName());

    private final BindingRecord record;
    private final NetlinkHandler handler;
    private final BindingJournal journal;
    private final Contexts contexts;
    private final Watch watch;

    Release(BindingRecord record, NetlinkHandler handler, BindingJournal journal, Contexts contexts, Watch watch) {
        this.record = record;
        this.handler = handler;
        this.journal = journal;
        this.contexts = contexts;
        this.watch = watch;
    }

    /**
     * Begins, or goes on.
     *
     * @param force also while a VM is attached to the tap, and without routes that the kernel does not take back
     */
    void run(boolean force) {
        Observed observed = Observed.linksAndAddresses(handler, List.of());
        if (!force) {
            refuse(Stream.of(Refusals.unknownNamespace(record, handler, observed), notTheNic(observed), attachedVm(observed)));
        }
        BindingRecord begun = record.phase() == Phase.RELEASING ? record : record.in(Phase.RELEASING);
        journal.write(begun);
        giveBack(force);
    }

    /** Goes on with one that was begun: a VM that was attached then has lost its network already. */
    void finish() {
        Observed observed = Observed.linksAndAddresses(handler, List.of());
        refuse(Stream.of(Refusals.unknownNamespace(record, handler, observed), notTheNic(observed)));
        giveBack(false);
    }

    private void giveBack(boolean giveUpRoutes) {
        Set<Route> givenUp = new HashSet<>();
        while (!isGivenBack(giveUpRoutes, givenUp)) {
            LOG.log(Level.DEBUG, "once more, without {0} routes", givenUp.size());
        }
        journal.delete();
    }

    /** {@return false if it failed for routes that are given up from now on} */
    private boolean isGivenBack(boolean giveUpRoutes, Set<Route> givenUp) {
        try {
            new Convergence(handler, watch, this::look, Optional.empty(), seen -> steps(givenUp)).run();
            return true;
        } catch (StepFailure failure) {
            if (!giveUpRoutes || !givenUp.addAll(routesInVain(failure))) {
                throw failure;
            }
            LOG.log(Level.WARNING, "left out, since the release is forced: " + failure.sentence());
            return false;
        }
    }

    private static Set<Route> routesInVain(StepFailure failure) {
        return failure.inVain().stream().filter(RouteAppend.class::isInstance).map(RouteAppend.class::cast)
                .map(RouteAppend::route)
                .collect(Collectors.toSet());
    }

    /** {@return the steps, by the time it is now} */
    List<Step> steps(Set<Route> givenUp) {
        return ReleaseSteps.of(contexts.of(record, false, givenUp));
    }

    /** {@return the namespace, without a link that has the NIC's index and is another: that is not to be touched} */
    Observed look() {
        int nic = record.pod().link().index();
        Observed seen = Observed.everything(handler,
                Iterables.concat(NicSettings.of(record.pod().link().id()), BridgeNetfilter.settings(record.binding())));
        boolean strange = seen.link(nic).map(found -> Identities.isOther(record, found)).orElse(false);
        return strange ? seen.without(nic) : seen;
    }

    private static void refuse(Stream<Optional<Refusal>> reasons) {
        Refusals.throwIfAny(reasons.flatMap(Optional::stream).toList());
    }

    /** A NIC that is gone is no reason: what is left of the binding is cleaned up. */
    private Optional<Refusal> notTheNic(Observed observed) {
        return observed.link(record.pod().link().index()).flatMap(found -> Identities.nicProblem(record, observed));
    }

    private Optional<Refusal> attachedVm(Observed observed) {
        return record.own().flatMap(own -> observed.own(own.tap(), LinkKind.TUN)).filter(Link::hasCarrier)
                .map(tap -> new Refusal(Refusal.Code.VM_ATTACHED,
                        "a VM is attached to " + tap.id() + "; stop it first, or force the release, which cuts it off"));
    }
}
