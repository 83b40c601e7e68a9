package io.podbridge.testkit.netns;

import com.google.common.base.Splitter;
import io.podbridge.netlink.Availability;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What becomes of a test that needs network namespaces where there are none, or something else that a machine for such tests has: it is
 * skipped with the reason. With {@code CI=true} in the
 * environment, or {@code -Dpodbridge.require=netns}, it fails, since nobody reads what a build server skips. Needs JUnit Jupiter.
 */
public final class NetnsRequirement {
    private static final String PROPERTY = "podbridge.require";

    private final boolean required;

    private NetnsRequirement(boolean required) {
        this.required = required;
    }

    /** Goes on if namespaces can be made; skips the test, or lets it fail, if not. */
    public static void check() {
        ofThisRun().judge(NetnsSupport.probe());
    }

    /**
     * Goes on if the machine has what a test needs besides namespaces; skips the test, or lets it fail, if not.
     *
     * @param isThere whether it has
     * @param lack what it lacks otherwise
     */
    public static void check(boolean isThere, String lack) {
        ofThisRun().judge(isThere, lack);
    }

    private static NetnsRequirement ofThisRun() {
        return of(System.getenv().getOrDefault("CI", ""), System.getProperty(PROPERTY, ""));
    }

    static NetnsRequirement of(String ci, String require) {
        boolean named = Splitter.on(',').trimResults().splitToList(require).contains("netns");
        return new NetnsRequirement(named || ci.equalsIgnoreCase("true"));
    }

    void judge(Availability availability) {
        judge(availability.isAvailable(), "no network namespaces for tests: " + availability.reason());
    }

    void judge(boolean isThere, String lack) {
        if (isThere) {
            return;
        }
        if (required) {
            Assertions.fail(lack + " (required by CI=true or -D" + PROPERTY + "=netns)");
        }
        Assumptions.abort(lack);
    }
}
