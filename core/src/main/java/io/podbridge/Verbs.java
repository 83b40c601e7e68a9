package io.podbridge;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Phase;
import io.podbridge.event.Verb;
import io.podbridge.internal.engine.Engine;
import io.podbridge.internal.engine.Prepared;
import io.podbridge.internal.engine.StepFailure;
import io.podbridge.internal.watch.Watch;
import io.podbridge.journal.BindingLock;
import io.podbridge.journal.BindingRecord;
import io.podbridge.journal.FileBindingJournal;
import io.podbridge.journal.JournalProblem;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.NetworkNamespace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens lock, handler and journal for one verb, closes them after it, and says what went wrong in the words of this package. */
final class Verbs {
    private final Bindings bindings;
    private final NetworkNamespace namespace;
    private final BridgeBinding binding;

    Verbs(Bindings bindings, NetworkNamespace namespace, BridgeBinding binding) {
        this.bindings = bindings;
        this.namespace = namespace;
        this.binding = TapOwner.resolve(binding);
    }

    NetworkNamespace namespace() {
        return namespace;
    }

    BridgeBinding binding() {
        return binding;
    }

    <T> T reading(Verb verb, Function<Engine, T> work) {
        Watch watch = watch(verb);
        return watch.verb(() -> translated(() -> open(watch, work)));
    }

    <T> T changing(Verb verb, Function<Engine, T> work) {
        Watch watch = watch(verb);
        return watch.verb(() -> translated(() -> BindingLock
                .acquire(bindings.directory(), namespace.inode(), binding.interfaceName(), bindings.lockWait())
                .during(() -> open(watch, work))));
    }

    private Watch watch(Verb verb) {
        return bindings.watch(verb, namespace, binding.interfaceName());
    }

    PreparedPod prepare() {
        return changing(Verb.PREPARE, engine -> {
            try {
                return pod(engine.prepare());
            } catch (StepFailure failure) {
                throw binding.rollback() && !failure.isInterruption() ? rolledBack(engine, failure) : failure;
            }
        });
    }

    /** {@return the pod of a binding that was complete before} */
    PreparedPod unchanged(BindingRecord record) {
        return pod(new Prepared(record, List.of(), List.of(), List.of()));
    }

    private PreparedPod pod(Prepared prepared) {
        return new PreparedPod(prepared, bindings.handlers().provider().id());
    }

    private RuntimeException rolledBack(Engine engine, StepFailure failure) {
        try {
            if (!engine.isBeginning()) {
                return failure;
            }
            engine.release(false);
            return new StepFailedException(Phase.PENDING, failure.step(), failure.sentence() + "; all of it was taken back",
                    failure.getCause());
        } catch (RuntimeException again) {
            return withBoth(failed(failure), inOurWords(again));
        }
    }

    private static BindingException withBoth(BindingException first, RuntimeException rollback) {
        if (first instanceof StepFailedException step) {
            return step.withRollbackFailure(rollback);
        }
        first.addSuppressed(rollback);
        return first;
    }

    private <T> T open(Watch watch, Function<Engine, T> work) {
        FileBindingJournal journal = FileBindingJournal.of(bindings.directory(), namespace.inode(), binding.interfaceName());
        NetlinkHandlerProvider provider = bindings.handlers().provider();
        AtomicBoolean entered = new AtomicBoolean();
        try {
            return provider.during(bindings.options(namespace).withListener(watch), handler -> {
                entered.set(true);
                return work.apply(
                        new Engine(handler, watch.journal(journal), binding, bindings.clock(), bindings.random(), watch));
            });
        } catch (NetlinkException e) {
            throw e.kind() == FailureKind.NOT_FOUND && !entered.get()
                    ? new NamespaceGoneException(namespace + " is gone: " + e.getMessage(), e)
                    : e;
        }
    }

    private <T> T translated(Supplier<T> verb) {
        try {
            return verb.get();
        } catch (RuntimeException e) {
            throw inOurWords(e);
        }
    }

    private RuntimeException inOurWords(RuntimeException failure) {
        return failure instanceof StepFailure step ? failed(step) : OurWords.of(failure);
    }

    private BindingException failed(StepFailure failure) {
        if (failure.isInterruption()) {
            return new BindingInterruptedException(failure.sentence());
        }
        try {
            Optional<Phase> phase = FileBindingJournal.of(bindings.directory(), namespace.inode(), binding.interfaceName()).read()
                    .map(BindingRecord::phase);
            return new StepFailedException(phase.orElse(Phase.PENDING), failure.step(), failure.sentence(), failure.getCause());
        } catch (JournalProblem e) {
            JournalException unreadable = new JournalException(e);
            unreadable.addSuppressed(failure);
            return unreadable;
        }
    }
}
