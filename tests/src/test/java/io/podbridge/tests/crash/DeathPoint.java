package io.podbridge.tests.crash;

import io.podbridge.testkit.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where in a verb the process dies. */
sealed interface DeathPoint {

    /**
     * In a request, after some of its parts.
     *
     * @param number which request, counted from 1
     * @param parts how many of its parts the kernel has carried out
     */
    record InRequest(int number, int parts) implements DeathPoint {}

    /**
     * In a write of the journal.
     *
     * @param number which write, counted from 1
     * @param moment where in it
     */
    record InJournal(int number, JournalHook.Moment moment) implements DeathPoint {}

    /**
     * All of them.
     *
     * @param requests what the verb sends when nothing disturbs it
     * @param writes how often it then writes the journal
     * @return every part of every request, and every moment of every write
     */
    static List<DeathPoint> all(List<RecordedRequest> requests, int writes) {
        List<DeathPoint> points = new ArrayList<>();
        for (int number = 1; number <= requests.size(); number++) {
            for (int parts = 0; parts <= requests.get(number - 1).parts(); parts++) {
                points.add(new InRequest(number, parts));
            }
        }
        for (int number = 1; number <= writes; number++) {
            for (JournalHook.Moment moment : JournalHook.Moment.values()) {
                points.add(new InJournal(number, moment));
            }
        }
        return List.copyOf(points);
    }

    /** {@return how it is named where a run that it ended goes wrong} */
    static String describe(DeathPoint... points) {
        return "dead at " + String.join(", then at ", Stream.of(points).map(Object::toString).toList());
    }
}
