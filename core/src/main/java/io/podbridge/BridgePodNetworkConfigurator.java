package io.podbridge;

import io.podbridge.binding.BindingPlan;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Drift;
import io.podbridge.binding.Phase;
import io.podbridge.binding.PodInterface;
import io.podbridge.event.Verb;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.NetworkNamespace;
import java.util.List;
import java.util.Optional;

/**
 * Hands one interface of one pod over to a virtual machine, and back: KubeVirt's configurator of this name, as a state machine that a
 * crash cannot leave half-way. Every verb may be called at any time, from any process, and again: the journal and the kernel tell how
 * far the binding is.
 *
 * <p>Immutable and safe for several threads. No descriptor, thread or lock is held between verbs, so the pod can be deleted at any
 * time. A verb that changes the kernel holds a lock for the namespace and the interface, across processes.
 *
 * <p>All verbs throw {@link NamespaceGoneException} if the namespace is gone, {@link JournalException} if the journal cannot be read or
 * written, and {@link io.podbridge.netlink.NetlinkException} if no handler could be opened or the namespace not be read.
 */
public final class BridgePodNetworkConfigurator {
    private final Verbs verbs;

    BridgePodNetworkConfigurator(Bindings bindings, NetworkNamespace namespace, BridgeBinding binding) {
        this.verbs = new Verbs(bindings, namespace, binding);
    }

    /** {@return the namespace of the pod} */
    public NetworkNamespace namespace() {
        return verbs.namespace();
    }

    /** {@return what is to be built, with the tap's owner resolved} */
    public BridgeBinding binding() {
        return verbs.binding();
    }

    /** {@return how far the binding is, as the journal says; the kernel is not changed} */
    public Phase phase() {
        return verbs.reading(Verb.READ, engine -> engine.record().map(BindingRecord::phase).orElse(Phase.PENDING));
    }

    /**
     * Reads everything about the interface that a binding destroys or changes, and notes it. The kernel is not touched. If the
     * binding has begun already, it is what was found then.
     *
     * @return what was found
     * @throws RefusedException if there is no such interface
     * @throws BindingBusyException if somebody else works on it
     */
    public PodInterface discoverPodNetworkInterface() {
        return verbs.changing(Verb.DISCOVER, engine -> engine.discover());
    }

    /**
     * Makes the binding hold, from wherever it is: begins, goes on after a crash, mends what has drifted, or finds that nothing is to be
     * done. Where a release was begun, that is finished first. Mending never takes the NIC down, and never makes a tap anew while one is
     * there.
     *
     * @return what the VM's side needs
     * @throws RefusedException if the pod is not to be touched; nothing was, but that a release which had begun is finished first
     * @throws StepFailedException if a step failed; prepare can go on, release can go back
     * @throws BindingBusyException if somebody else works on it; nothing was touched
     * @throws BindingInterruptedException if the thread was interrupted before a step
     */
    public PreparedPod preparePodNetworkInterface() {
        return verbs.prepare();
    }

    /**
     * Compares the kernel with what a complete binding means. Nothing is changed.
     *
     * @return what does not hold; empty if all of it does
     */
    public List<Drift> verify() {
        return verbs.reading(Verb.VERIFY, engine -> engine.verify());
    }

    /**
     * What {@link #preparePodNetworkInterface} would do now. Nothing is changed.
     *
     * @return refusals, or the steps with their requests
     */
    public BindingPlan plan() {
        return verbs.reading(Verb.PLAN, engine -> engine.plan());
    }

    /**
     * What the VM's side needs, of a binding that is complete.
     *
     * @return what prepare returned, without what it changed and warned of; absent if the binding is not complete
     */
    public Optional<PreparedPod> prepared() {
        return verbs.reading(Verb.READ,
                engine -> engine.record().filter(record -> record.phase() == Phase.PREPARED).map(verbs::unchanged));
    }

    /**
     * Gives the pod its network back as it was discovered, and forgets the binding. Harmless if there is none.
     *
     * @return whether there was anything to give back
     * @throws RefusedException if a VM is attached to the tap, or another link has the NIC's index; nothing was touched
     * @throws StepFailedException if a step failed; call it again
     * @throws BindingBusyException if somebody else works on it; nothing was touched
     * @throws BindingInterruptedException if the thread was interrupted before a step
     */
    public boolean release() {
        return verbs.changing(Verb.RELEASE, engine -> engine.release(false));
    }

    /**
     * Gives the pod its network back even while a VM is attached to the tap, which is cut off. A route that the kernel does not take back
     * is left out and logged. Where another link has the NIC's index, that link is left alone and only what podbridge made is deleted.
     *
     * @return whether there was anything to give back
     * @throws StepFailedException if a step failed; call it again
     * @throws BindingBusyException if somebody else works on it; nothing was touched
     * @throws BindingInterruptedException if the thread was interrupted before a step
     */
    public boolean forceRelease() {
        return verbs.changing(Verb.RELEASE, engine -> engine.release(true));
    }
}
