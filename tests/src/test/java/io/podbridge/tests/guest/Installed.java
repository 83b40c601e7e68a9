package io.podbridge.tests.guest;

import io.podbridge.testkit.netns.TestNamespace;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Programs that a test needs beside {@code ip(8)}: without them it is skipped, but not where all that is needed has to be there. */
public final class Installed {

    private Installed() {}

    /** Skips the test where one is missing, by its name or its whole path. */
    public static void assume(String... programs) {
        for (String program : programs) {
            assumeTrue(TestNamespace.isInstalled(program) || Files.isExecutable(Path.of(program))
                    || "true".equals(System.getenv("CI")), () -> "there is no " + program);
        }
    }
}
