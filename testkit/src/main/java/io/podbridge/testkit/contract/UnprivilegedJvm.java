package io.podbridge.testkit.contract;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.netns.TestNamespace;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that has no CAP_NET_ADMIN and sees {@code /proc/sys} read-only: a capability can be given up, but not for one test of a JVM
 * alone. It is started by {@code unshare(1)} and {@code setpriv(1)}.
 */
final class UnprivilegedJvm {
    private static final String PREFIX = "found: ";
    private static final String PREPARED = "mount --bind /proc/sys /proc/sys && mount -o remount,ro,bind /proc/sys && "
            + "exec setpriv --bounding-set=-net_admin --inh-caps=-net_admin \"$@\"";

    private UnprivilegedJvm() {}

    static boolean isPossible() {
        return Stream.of("unshare", "setpriv", "mount").allMatch(TestNamespace::isInstalled);
    }

    static List<String> run(Backends backends, TestNamespace namespace, UnprivilegedWork work) {
        String output = TestNamespace.runOutside("unshare", "--mount", "--propagation", "private", "sh", "-c", PREPARED, "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath(), UnprivilegedJvm.class.getName(),
                backends.writer().getClass().getName(), backends.reader().getClass().getName(), namespace.name(),
                work.getClass().getName());
        return output.lines().filter(line -> line.startsWith(PREFIX)).map(line -> line.substring(PREFIX.length())).toList();
    }

    /**
     * What this JVM finds on its module path the other one finds on its class path, where it needs no names of modules; what a launcher
     * of tests has loaded by itself, too.
     */
    private static String classPath() {
        Stream<String> loaded = UnprivilegedJvm.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(UnprivilegedJvm::path)
                : Stream.empty();
        Stream<@Nullable String> own = Stream.of("java.class.path", "jdk.module.path").map(System::getProperty);
        return Stream.concat(loaded, own.filter(Objects::nonNull)).filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String path(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an entry that is no file: " + url, e);
        }
    }

    /**
     * Does the work and prints what came of it.
     *
     * @param arguments the classes of the provider that writes and of the one that reads, the namespace's name, the class of the work
     * @throws ReflectiveOperationException if one of the classes has no constructor without arguments
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        NetlinkHandlerProvider writer = made(arguments[0], NetlinkHandlerProvider.class);
        NetlinkHandlerProvider reader = arguments[1].equals(arguments[0])
                ? writer
                : made(arguments[1], NetlinkHandlerProvider.class);
        HandlerOptions options = HandlerOptions.of(NetworkNamespace.ofName(arguments[2]));
        try (NetlinkHandler handler = new Backends(writer, reader).open(options)) {
            made(arguments[3], UnprivilegedWork.class).with(handler).forEach(line -> System.out.println(PREFIX + line));
        }
    }

    private static <T> T made(String name, Class<T> type) throws ReflectiveOperationException {
        return Class.forName(name).asSubclass(type).getDeclaredConstructor().newInstance();
    }
}
