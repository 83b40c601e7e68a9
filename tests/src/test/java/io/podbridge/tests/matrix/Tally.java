package io.podbridge.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

/** At how many points something was tried, and at how many of them it struck. */
public final class Tally {
    private int tried;
    private int struck;

    /** One more point. */
    public void count(boolean hasStruck) {
        tried++;
        struck += hasStruck ? 1 : 0;
    }

    /**
     * Says so in one line; a test calls it last, when whatever was tried has been put right.
     *
     * @param what was tried, such as {@code crash matrix: IPV4: PREPARE, then RELEASE: killed}
     */
    public void report(String what) {
        assertThat(struck).as("points at which it struck; %s", what).isPositive();
        System.out.println(what + " at " + struck + " of " + tried + " points, all recovered");
    }
}
