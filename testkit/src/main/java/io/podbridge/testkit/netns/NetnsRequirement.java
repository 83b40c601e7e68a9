package io.podbridge.testkit.netns;

import com.google.common.base.Splitter;
import io.podbridge.netlink.Availability;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What becomes of a test that needs network namespaces where there are none: it is skipped with the reason. With {@code CI=true} in the
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
        of(System.getenv().getOrDefault("CI", ""), System.getProperty(PROPERTY, "")).judge(NetnsSupport.probe());
    }

    static NetnsRequirement of(String ci, String require) {
        boolean named = Splitter.on(',').trimResults().splitToList(require).contains("netns");
        return new NetnsRequirement(named || ci.equalsIgnoreCase("true"));
    }

    void judge(Availability availability) {
        if (availability.isAvailable()) {
            return;
        }
        String reason = "no network namespaces for tests: " + availability.reason();
        if (required) {
            Assertions.fail(reason + " (required by CI=true or -D" + PROPERTY + "=netns)");
        }
        Assumptions.abort(reason);
    }
}
