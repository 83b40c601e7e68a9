package io.podbridge.tests.interference;

import io.podbridge.tests.matrix.Verb;
import java.util.List;

/**
 * What comes after an interference.
 *
 * @param deadly whether the process that was at work is dead by then
 * @param next what is done next, by one that lives
 */
record Sequel(boolean deadly, Verb next) {

    static List<Sequel> all() {
        return List.of(new Sequel(false, Verb.RELEASE), new Sequel(true, Verb.PREPARE), new Sequel(false, Verb.PREPARE),
                new Sequel(true, Verb.RELEASE));
    }

    /** {@return another one for each request in turn} */
    static List<Sequel> of(int request) {
        return List.of(all().get(request % all().size()));
    }
}
