package io.podbridge.tests.crash;

import io.podbridge.journal.BindingJournal;
import io.podbridge.journal.BindingRecord;
import java.util.Optional;

/** A journal that counts its writes, deletions included, and lets something happen around each. */
final class HookedJournal implements BindingJournal {
    private final BindingJournal journal;
    private final JournalHook hook;
    private int writes;

    HookedJournal(BindingJournal journal, JournalHook hook) {
        this.journal = journal;
        this.hook = hook;
    }

    int writes() {
        return writes;
    }

    @Override
    public Optional<BindingRecord> read() {
        return journal.read();
    }

    @Override
    public void write(BindingRecord record) {
        hooked(() -> journal.write(record));
    }

    @Override
    public void delete() {
        hooked(journal::delete);
    }

    @Override
    public void setAside() {
        hooked(journal::setAside);
    }

    private void hooked(Runnable write) {
        writes++;
        hook.around(writes, write);
    }
}
