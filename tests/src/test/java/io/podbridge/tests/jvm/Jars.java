package io.podbridge.tests.jvm;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The jars that the build made, as a user gets them, and those of the libraries below them. */
final class Jars {
    /** Where nobody would see that a test was skipped, it fails instead. */
    static final boolean REQUIRED = "true".equals(System.getenv("CI"));

    private static final Path ROOT = Path.of(System.getProperty("podbridge.root"));

    private Jars() {}

    static Path executable() {
        return found(Optional.of(ROOT.resolve("cli/target/podbridge.jar")).filter(Files::exists));
    }

    static Path core() {
        return module("core", "podbridge-core");
    }

    static Path panama() {
        return module("backend-panama", "podbridge-backend-panama");
    }

    static Path iproute2() {
        return module("backend-iproute2", "podbridge-backend-iproute2");
    }

    static Path testkit() {
        return module("testkit", "podbridge-testkit");
    }

    /** {@return core, and what it needs, in the versions of the build} */
    static List<Path> coreWithLibraries() {
        return ImmutableList.<Path>builder().add(core()).addAll(libraries()).build();
    }

    static List<Path> libraries() {
        return Stream.of(ImmutableMap.class, InternalFutureFailureAccess.class, JsonObject.class).map(Jars::of).toList();
    }

    /** {@return the folder of sources of this name among the resources of these tests} */
    static Path sources(String name) {
        return ROOT.resolve("tests/src/test/resources").resolve(name);
    }

    /** {@return the jar that a class of this test's class path comes from} */
    static Path of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path module(String folder, String artifact) {
        Path target = ROOT.resolve(folder).resolve("target");
        if (!Files.isDirectory(target)) {
            return found(Optional.empty());
        }
        try (Stream<Path> files = Files.list(target)) {
            return found(files.filter(file -> isMain(file.getFileName().toString(), artifact)).findFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMain(String name, String artifact) {
        return name.startsWith(artifact + "-") && name.endsWith(".jar") && !name.endsWith("-sources.jar")
                && !name.endsWith("-javadoc.jar");
    }

    private static Path found(Optional<Path> jar) {
        assumeTrue(REQUIRED || jar.isPresent(), "the jars are not built; mvn verify does");
        return jar.orElseThrow(() -> new IllegalStateException("the jars are not built; mvn verify does"));
    }
}
