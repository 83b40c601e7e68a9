package io.podbridge.tests.guest;

import io.podbridge.testkit.netns.TestNamespace;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Programs of other people that a test runs. */
final class Tool {

    private Tool() {}

    /** Skips a test where one is missing; in CI it goes on, and fails. */
    static void require(String... programs) {
        boolean installed = Stream.of(programs).allMatch(TestNamespace::isInstalled);
        assumeTrue(installed || "true".equals(System.getenv("CI")),
                () -> "one of these is missing: " + String.join(", ", programs));
    }
}
