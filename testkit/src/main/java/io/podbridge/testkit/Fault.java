package io.podbridge.testkit;

import java.util.OptionalInt;

/**
 * One thing that shall go wrong.
 *
 * @param moment when
 * @param parts after how many parts of what is asked then
 * @param times how often at most; absent for as often as the moment comes
 * @param blow how
 */
record Fault(Moment moment, int parts, OptionalInt times, Blow blow) {

    Fault {
        if (parts < 0) {
            throw new IllegalArgumentException("no request has " + parts + " parts done");
        }
        if (times.isPresent() && times.getAsInt() < 1) {
            throw new IllegalArgumentException("a fault strikes once or more, not " + times.getAsInt() + " times");
        }
    }

    Fault(Moment moment, int parts, Blow blow) {
        this(moment, parts, OptionalInt.empty(), blow);
    }

    Fault times(int most) {
        return new Fault(moment, parts, OptionalInt.of(most), blow);
    }

    @Override
    public String toString() {
        return blow + " at " + moment + (parts == 0 ? "" : " after " + parts + (parts == 1 ? " part" : " parts"))
                + (times.isPresent() ? ", at most " + times.getAsInt() + " times" : "");
    }
}
