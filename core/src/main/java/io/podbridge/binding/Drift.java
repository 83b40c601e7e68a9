package io.podbridge.binding;

/**
 * One thing that does not hold, although it should.
 *
 * @param what what it is about, such as {@code master of tap0}
 * @param wanted how it should be; {@link #THERE} or {@link #ABSENT} of a thing as a whole
 * @param found how it is; {@link #ABSENT} also of a property of what is not there
 * @param step the step that sees to it, or the verb
 */
public record Drift(String what, String wanted, String found, String step) {
    /** How a thing is that is there. */
    public static final String THERE = "there";
    /** How a thing is that is not there. */
    public static final String ABSENT = "absent";

    /**
     * Something that is not there.
     *
     * @param what what it is
     * @param step the step that sees to it, or the verb
     * @return the drift
     */
    public static Drift missing(String what, String step) {
        return new Drift(what, THERE, ABSENT, step);
    }

    /**
     * Something that is there, and should not be.
     *
     * @param what what it is
     * @param step the step that sees to it, or the verb
     * @return the drift
     */
    public static Drift unwanted(String what, String step) {
        return new Drift(what, ABSENT, THERE, step);
    }

    @Override
    public String toString() {
        return what + " is " + state() + " (" + step + ")";
    }

    private String state() {
        if (wanted.equals(THERE) && found.equals(ABSENT)) {
            return "missing";
        }
        return wanted.equals(ABSENT) && found.equals(THERE) ? "there, and should not be" : found + ", not " + wanted;
    }
}
