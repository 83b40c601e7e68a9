package io.podbridge.binding;

/**
 * One thing that does not hold, although it should.
 *
 * @param what what it is about, such as {@code master of tap0}
 * @param wanted how it should be
 * @param found how it is
 * @param step the step that sees to it
 */
public record Drift(String what, String wanted, String found, String step) {
    private static final String THERE = "there";
    private static final String ABSENT = "absent";

    @Override
    public String toString() {
        return what + " is " + found + (wanted.equals(THERE) || wanted.equals(ABSENT) ? "" : ", not " + wanted) + " (" + step
                + ")";
    }
}
