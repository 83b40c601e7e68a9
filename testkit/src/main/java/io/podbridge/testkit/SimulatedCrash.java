package io.podbridge.testkit;

/**
 * Stands for the death of the process that uses a {@link FakeKernel}: thrown where {@link Faults} say so, and from then on by every handler
 * that was open and by every attempt to open one, until {@link FakeKernel#inject} starts another process. An Error, so that nobody takes it
 * for a failure that can be mended.
 */
public final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1;

    SimulatedCrash(String message) {
        super(message);
    }
}
