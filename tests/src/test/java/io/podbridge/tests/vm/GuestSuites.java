package io.podbridge.tests.vm;

import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What runs in the VM: the suites that need a kernel. Each has to run there, and to pass. */
public final class GuestSuites {
    private static final String EMULATED = "podbridge.emulated";
    private static final List<String> SUITES = List.of("class:" + OlderKernelFacts.class.getName(),
            "package:io.podbridge.tests.contract",
            "package:io.podbridge.tests.kernel");

    private GuestSuites() {}

    /** {@return whether this is that VM} */
    public static boolean isEmulated() {
        return Boolean.getBoolean(EMULATED);
    }

    /**
     * Runs them all, also where one fails.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.setProperty(EMULATED, "true");
        // By itself Java starts each program by another one, which is half the cost where the processor is emulated.
        System.setProperty("jdk.lang.Process.launchMechanism", "FORK");
        List<Census> all = SUITES.stream().map(GuestSuites::run).toList();
        System.out.println("passed on Linux " + System.getProperty("os.version") + ": "
                + all.stream().mapToInt(Census::passed).sum() + " tests");
        System.exit(all.stream().allMatch(Census::isGood) ? 0 : 1);
    }

    private static Census run(String suite) {
        Census census = new Census();
        LauncherFactory.create().execute(
                LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.parse(suite).orElseThrow()).build(),
                census);
        System.out.println(suite + ": " + census);
        return census;
    }
}
