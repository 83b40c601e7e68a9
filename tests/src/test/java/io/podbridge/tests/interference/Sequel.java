package io.podbridge.tests.interference;

import io.podbridge.tests.matrix.ChangingVerb;
import java.util.List;

/**
 * What comes after an interference.
 *
 * @param deadly whether the process that was at work is dead by then
 * @param next what is done next, by one that lives
 */
record Sequel(boolean deadly, ChangingVerb next) {

    static List<Sequel> all() {
        return List.of(new Sequel(false, ChangingVerb.RELEASE), new Sequel(true, ChangingVerb.PREPARE),
                new Sequel(false, ChangingVerb.PREPARE),
                new Sequel(true, ChangingVerb.RELEASE));
    }

    /** {@return another one for each request in turn} */
    static List<Sequel> of(int request) {
        return List.of(all().get(request % all().size()));
    }
}
