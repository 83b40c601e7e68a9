package io.podbridge.tests.crash;

import io.podbridge.journal.BindingJournal;
import io.podbridge.journal.BindingRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A journal whose process dies at one of its writes; it counts them all. */
final class MortalJournal implements BindingJournal {
    /** Where in a write, which is one beside the file, and a move over it. */
    enum Moment {
        BEFORE, HALF_WRITTEN, DONE
    }

    /** As the death of the process ends a verb: nothing of it runs after this. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    private final BindingJournal journal;
    private final Path directory;
    private final int at;
    private final Moment moment;
    private int writes;

    /**
     * A journal that dies.
     *
     * @param journal the real one
     * @param directory where its file is
     * @param at at which write, counted from 1; deletions count too
     * @param moment where in it
     */
    MortalJournal(BindingJournal journal, Path directory, int at, Moment moment) {
        this.journal = journal;
        this.directory = directory;
        this.at = at;
        this.moment = moment;
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
        dying(() -> journal.write(record));
    }

    @Override
    public void delete() {
        dying(journal::delete);
    }

    @Override
    public void setAside() {
        dying(journal::setAside);
    }

    private void dying(Runnable write) {
        writes++;
        if (writes != at) {
            write.run();
            return;
        }
        if (moment == Moment.HALF_WRITTEN) {
            leaveHalf();
        } else if (moment == Moment.DONE) {
            write.run();
        }
        throw new Death();
    }

    /** A write is one beside the file first, and nobody reads that. */
    private void leaveHalf() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Files.createDirectories(directory), "*.json")) {
            for (Path file : files) {
                Files.writeString(file.resolveSibling(file.getFileName() + ".tmp"), "{\"format\": \"podbr");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
