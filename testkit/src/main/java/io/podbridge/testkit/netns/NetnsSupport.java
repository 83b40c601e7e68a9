package io.podbridge.testkit.netns;

import io.podbridge.netlink.Availability;
import io.podbridge.netlink.request.Command;
import java.util.Locale;

/** Whether this machine can make network namespaces for tests: Linux, iproute2, the right to make one, and veth. */
public final class NetnsSupport {

    private NetnsSupport() {}

    /**
     * Tries it, once in the life of a JVM.
     *
     * @return the version of {@code ip(8)}, or what is missing
     */
    public static Availability probe() {
        return Probe.ANSWER;
    }

    private static final class Probe {
        private static final Availability ANSWER = tryIt(System.getProperty("os.name"));
    }

    static Availability tryIt(String system) {
        if (!system.toLowerCase(Locale.ROOT).equals("linux")) {
            return Availability.unavailable("only Linux has network namespaces, and this is " + system);
        }
        try {
            String version = ToolProcess.run(Command.of("ip", "-V")).strip();
            if (!version.contains("iproute2")) {
                return Availability.unavailable("ip(8) must be that of iproute2, and this one says \"" + version + "\"");
            }
            try (TestNamespace namespace = TestNamespace.create("probe")) {
                namespace.ip("link", "add", "probe0", "type", "veth", "peer", "name", "probe1");
            }
            return Availability.available(version);
        } catch (ToolFailedException e) {
            return Availability.unavailable(e.getMessage() + "; it needs iproute2, root (CAP_SYS_ADMIN) and the driver veth");
        }
    }
}
