package io.podbridge.testkit;

/**
 * Stands for the death of the process that uses a {@link FakeNetlinkHandler}: thrown where {@link Faults} say so, and by every later call
 * of that handler. An Error, so that nobody takes it for a failure that can be mended.
 */
public final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1;

    SimulatedCrash(String message) {
        super(message);
    }
}
