package io.podbridge.journal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Runs to the end what an interrupt would break: a channel closes itself when it is used by a thread whose flag is set. The flag is kept
 * for whoever honours it later.
 */
final class Uninterrupted {

    private Uninterrupted() {}

    /** Something that uses a channel, and can be done anew from the start. */
    interface Action<T> {
        T run() throws IOException;
    }

    /**
     * Runs something, anew as often as an interrupt comes in between.
     *
     * @param action what to run; opens the channel that it uses
     * @return what it returned
     * @throws IOException if it fails for another reason
     */
    static <T> T run(Action<T> action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return action.run();
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
