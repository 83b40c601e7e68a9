package io.podbridge.internal.watch;

import io.podbridge.binding.Phase;
import io.podbridge.journal.BindingJournal;
import io.podbridge.journal.BindingRecord;
import java.util.Optional;

/** Whatever the journal says is the phase. */
record WatchedJournal(BindingJournal journal, PhaseWatch phases) implements BindingJournal {

    @Override
    public Optional<BindingRecord> read() {
        Optional<BindingRecord> record = journal.read();
        phases.told(record.map(BindingRecord::phase).orElse(Phase.PENDING));
        return record;
    }

    @Override
    public void write(BindingRecord record) {
        journal.write(record);
        phases.told(record.phase());
    }

    @Override
    public void delete() {
        journal.delete();
        phases.told(Phase.PENDING);
    }

    @Override
    public void setAside() {
        journal.setAside();
        phases.told(Phase.PENDING);
    }
}
