package io.podbridge.testkit.netns;

import io.podbridge.netlink.request.Command;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The namespaces that this JVM has made and not deleted yet; what is left when it ends is deleted then. */
final class Leftovers {
    private static final Path NAMED = Path.of("/run/netns");
    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::deleteAll, "podbridge-testkit-leftovers"));
    }

    private Leftovers() {}

    /** Said before the namespace is made, so that one which is made half-way is not forgotten. */
    static void expect(String name) {
        NAMES.add(name);
    }

    static void delete(String name) {
        if (NAMES.contains(name) && Files.exists(NAMED.resolve(name))) {
            ToolProcess.run(Command.of("ip", "netns", "del", name));
        }
        NAMES.remove(name);
    }

    private static void deleteAll() {
        for (String name : NAMES) {
            try {
                delete(name);
            } catch (ToolFailedException e) {
                System.getLogger(Leftovers.class.getName()).log(Level.WARNING, "a network namespace is left behind", e);
            }
        }
    }
}
