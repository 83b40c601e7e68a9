package io.podbridge;

import io.podbridge.internal.engine.Refused;
import io.podbridge.journal.JournalProblem;
import io.podbridge.journal.LockBusy;
import io.podbridge.journal.LockInterrupted;

/** What went wrong below, in the words of this package. */
final class OurWords {

    private OurWords() {}

    /** {@return the same failure; one that is nothing of ours stays as it is} */
    static RuntimeException of(RuntimeException failure) {
        if (failure instanceof Refused refused) {
            return new RefusedException(refused.refusals());
        }
        if (failure instanceof LockBusy busy) {
            return new BindingBusyException(busy.sentence(), busy.holder(), busy);
        }
        if (failure instanceof LockInterrupted interrupted) {
            return new BindingInterruptedException(interrupted.sentence());
        }
        return failure instanceof JournalProblem problem ? new JournalException(problem) : failure;
    }
}
