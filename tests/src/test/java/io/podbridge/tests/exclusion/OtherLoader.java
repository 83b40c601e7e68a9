package io.podbridge.tests.exclusion;

import io.podbridge.Bindings;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.tests.matrix.Backend;
import java.io.File;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A second copy of the library in this JVM, as two applications of one server have it. */
final class OtherLoader {

    private OtherLoader() {}

    /** What runs in it: binds a pod. */
    public static void bind(String namespace, String journals) {
        Bindings.in(Path.of(journals)).withHandlers(Backend.PANAMA.handlers())
                .configurator(NetworkNamespace.ofName(namespace), Holder.BINDING).preparePodNetworkInterface();
    }

    /** Binds a pod with the second copy, and throws what that throws. */
    static void bindThere(String namespace, Path journals) throws Throwable {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).map(OtherLoader::url)
                .toArray(URL[]::new);
        try (URLClassLoader other = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            var bind = other.loadClass(OtherLoader.class.getName()).getMethod("bind", String.class, String.class);
            bind.setAccessible(true);
            bind.invoke(null, namespace, journals.toString());
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
