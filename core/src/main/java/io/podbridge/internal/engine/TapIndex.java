package io.podbridge.internal.engine;

import io.podbridge.binding.OwnLinks;
import io.podbridge.internal.pod.Observed;
import io.podbridge.journal.BindingJournal;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import java.util.Optional;

/** Keeps the journal ahead of a tap whose index the kernel chose: found by its random name, it is recorded before it is renamed. */
final class TapIndex {
    private final BindingJournal journal;
    private BindingRecord record;

    TapIndex(BindingRecord record, BindingJournal journal) {
        this.record = record;
        this.journal = journal;
    }

    BindingRecord record() {
        return record;
    }

    /** {@return the record, with the index of a tap that was made meanwhile} */
    BindingRecord adopt(Observed observed) {
        OwnLinks own = record.own().orElseThrow();
        Optional<Link> made = observed.named(own.temporaryTapName()).filter(link -> link.isKind(LinkKind.TUN));
        if (made.isPresent() && made.get().index() != own.tap().index()) {
            record = record.withOwn(own.withTapIndex(made.get().index()));
            journal.write(record);
        }
        return record;
    }
}
