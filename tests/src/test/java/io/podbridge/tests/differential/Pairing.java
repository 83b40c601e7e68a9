package io.podbridge.tests.differential;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Which two are compared. Each sequence has fresh ones.
 *
 * @param first the name of the first one, whose state the requests are made up from
 * @param makeFirst makes it
 * @param second the name of the second one
 * @param makeSecond makes it
 * @param untold the fields that one of them cannot tell, by their names in {@link Entries}, or {@link Outcome#ERRNO}
 */
record Pairing(String first, Supplier<Subject> makeFirst, String second, Supplier<Subject> makeSecond, Set<String> untold) {

    /** Both tell everything. */
    Pairing(String first, Supplier<Subject> makeFirst, String second, Supplier<Subject> makeSecond) {
        this(first, makeFirst, second, makeSecond, Set.of());
    }

    @Override
    public String toString() {
        return first + " against " + second;
    }
}
