package io.podbridge.tests.differential;

import java.util.function.Supplier;

/**
 * Which two are compared. Each sequence has fresh ones.
 *
 * @param first the name of the first one, whose state the requests are made up from
 * @param makeFirst makes it
 * @param second the name of the second one
 * @param makeSecond makes it
 */
record Pairing(String first, Supplier<Subject> makeFirst, String second, Supplier<Subject> makeSecond) {
    @Override
    public String toString() {
        return first + " against " + second;
    }
}
