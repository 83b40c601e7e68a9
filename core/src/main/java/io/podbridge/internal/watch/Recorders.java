package io.podbridge.internal.watch;

import java.lang.System.Logger.Level;

/** Which recorder there is: none in a Java that was put together without the module {@code jdk.jfr}. */
final class Recorders {
    private static final boolean PRESENT = isPresent();

    private Recorders() {}

    /** Nothing of the flight recorder is loaded until somebody records: that would cost more time than a whole bind. */
    static Recorder current() {
        return PRESENT && FlightRecorder.isInUse() ? new FlightRecorder() : Recorder.NONE;
    }

    private static boolean isPresent() {
        try {
            FlightRecorder.isInUse();
            return true;
        } catch (LinkageError e) {
            System.getLogger("io.podbridge").log(Level.DEBUG, "no flight recorder: " + e);
            return false;
        }
    }
}
