package io.podbridge.tests.crash;

import io.podbridge.journal.JournalProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What happens around a write of the journal. */
interface JournalHook {
    /** Nothing does. */
    JournalHook NONE = (number, write) -> write.run();

    /** As the death of the process ends a verb: nothing of it runs after this. */
    final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Where in a write, which is one beside the file, and a move over it. */
    enum Moment {
        BEFORE, HALF_WRITTEN, DONE
    }

    /**
     * Happens.
     *
     * @param number which write it is, counted from 1
     * @param write does it
     */
    void around(int number, Runnable write);

    /** The process dies there. */
    static JournalHook dying(Path directory, int at, Moment moment) {
        return (number, write) -> {
            if (number != at || moment == Moment.DONE) {
                write.run();
            }
            if (number == at) {
                if (moment == Moment.HALF_WRITTEN) {
                    leaveHalf(directory);
                }
                throw new Death();
            }
        };
    }

    /** The disk is full, or read-only, or gone. */
    static JournalHook failing(Path directory, int at) {
        return (number, write) -> {
            if (number == at) {
                throw new JournalProblem("write the journal", directory, "No space left on device", null);
            }
            write.run();
        };
    }

    /** Somebody interrupts the thread. */
    static JournalHook interrupting(int at) {
        return (number, write) -> {
            if (number == at) {
                Thread.currentThread().interrupt();
            }
            write.run();
        };
    }

    /** Nobody reads what stands beside the file. */
    private static void leaveHalf(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Files.createDirectories(directory), "*.json")) {
            for (Path file : files) {
                Files.writeString(file.resolveSibling(file.getFileName() + ".tmp"), "{\"format\": \"podbr");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
