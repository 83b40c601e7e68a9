package io.podbridge.journal;

import java.util.Optional;

/**
 * Where one binding is noted, so that whoever comes after a crash knows how far it was. What {@link #write} returned from is on disk,
 * whole; a crash before that leaves what was there.
 *
 * <p>Every method throws {@link JournalProblem} where the journal cannot be read or written.
 */
public interface BindingJournal {

    /** {@return what was written last; absent if there is nothing} */
    Optional<BindingRecord> read();

    /**
     * Writes a record over what is there.
     *
     * @param record the record
     */
    void write(BindingRecord record);

    /** Removes the record. Harmless if there is none. */
    void delete();

    /** Keeps the record out of the way of a new one: it is about a namespace that is gone. Harmless if there is none. */
    void setAside();
}
