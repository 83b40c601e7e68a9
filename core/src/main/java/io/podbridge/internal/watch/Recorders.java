package io.podbridge.internal.watch;

import java.lang.System.Logger.Level;

/** Which recorder there is in this Java: one that was put together without the module {@code jdk.jfr} has none. */
final class Recorders {
    static final Recorder INSTALLED = find();

    private Recorders() {}

    private static Recorder find() {
        try {
            return FlightRecorder.isThere() ? new FlightRecorder() : Recorder.NONE;
        } catch (LinkageError e) {
            System.getLogger("io.podbridge").log(Level.DEBUG, "no flight recorder: " + e);
            return Recorder.NONE;
        }
    }
}
