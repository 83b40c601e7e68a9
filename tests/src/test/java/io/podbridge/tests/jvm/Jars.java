package io.podbridge.tests.jvm;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import com.google.gson.JsonObject;
import io.podbridge.tests.documents.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The jars that the build made, as a user gets them, and those of the libraries below them. */
final class Jars {
    /** Where nobody would see that a test was skipped, it fails instead. */
    static final boolean REQUIRED = "true".equals(System.getenv("CI"));

    private Jars() {}

    static Path executable() {
        return found(Optional.of(SourceTree.at("cli/target/podbridge.jar")).filter(Files::exists));
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

    static Path cli() {
        return module("cli", "podbridge-cli");
    }

    /** {@return all that are published} */
    static List<Path> published() {
        return List.of(core(), panama(), iproute2(), testkit(), cli());
    }

    /** {@return the bill of materials of one of them, which Maven makes unless it is offline} */
    static Path billOfMaterials(Path jar) {
        return found(Optional.of(jar.resolveSibling("bom.json")).filter(Files::exists));
    }

    /** {@return guava and gson in the oldest versions that are said to do} */
    static List<Path> oldestLibraries() {
        return in(SourceTree.at("tests/target/oldest"));
    }

    /** {@return the console of JUnit, with its engine: the {@code oldest} that is said to do, or the {@code newest}} */
    static Path junit(String which) {
        return found(Optional.of(SourceTree.at("tests/target/junit").resolve(which + ".jar")).filter(Files::exists));
    }

    /** {@return core, and what it needs, in the versions of the build} */
    static List<Path> coreWithLibraries() {
        return ImmutableList.<Path>builder().add(core()).addAll(libraries()).build();
    }

    /** {@return core, and what a compiler needs beside it} */
    static List<Path> toCompileWith() {
        return ImmutableList.<Path>builder().addAll(coreWithLibraries()).add(of(NullMarked.class)).build();
    }

    private static List<Path> libraries() {
        return Stream.of(ImmutableMap.class, InternalFutureFailureAccess.class, JsonObject.class).map(Jars::of).toList();
    }

    /** {@return the folder of sources of this name among the resources of these tests} */
    static Path sources(String name) {
        return SourceTree.at("tests/src/test/resources").resolve(name);
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
        return found(in(SourceTree.at(folder).resolve("target")).stream()
                .filter(file -> isMain(file.getFileName().toString(), artifact)).findFirst());
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMain(String name, String artifact) {
        return name.startsWith(artifact + "-") && name.endsWith(".jar") && !name.endsWith("-sources.jar")
                && !name.endsWith("-javadoc.jar");
    }

    private static Path found(Optional<Path> jar) {
        assumeTrue(REQUIRED || jar.isPresent(), "it is not built; mvn verify does, online");
        return jar.orElseThrow(() -> new IllegalStateException("it is not built; mvn verify does, online"));
    }
}
