package io.podbridge.tests.jvm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** A jar that a test makes: sources are compiled for Java 17 against other jars, and packed. */
final class SmallJar {
    private final Map<String, byte[]> entries = new TreeMap<>();

    /** Compiles the sources in a folder. */
    static SmallJar compiled(Path sources, Path scratch, Collection<Path> needs) throws IOException {
        SmallJar jar = new SmallJar();
        Path classes = Files.createTempDirectory(scratch, "classes");
        compile(sources, needs, classes);
        for (Path file : files(classes)) {
            jar.entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
        }
        return jar;
    }

    SmallJar with(String entry, String text) {
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    SmallJar without(String entry) {
        assertThat(entries.remove(entry)).as(entry).isNotNull();
        return this;
    }

    /** Makes a class look as if it was compiled for a Java that does not exist yet: bytes 6 and 7 are its major version. */
    SmallJar fromTheFuture(String entry) {
        byte[] bytes = Optional.ofNullable(entries.get(entry)).orElseThrow();
        bytes[6] = 1;
        bytes[7] = 0;
        return this;
    }

    Path write(Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(stream)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return file;
    }

    /** With a description of the module the jars are modules too; without one they are on the class path. */
    private static void compile(Path sources, Collection<Path> needs, Path classes) throws IOException {
        String path = Files.exists(sources.resolve("module-info.java")) ? "--module-path" : "--class-path";
        Stream<String> options = Stream.of("--release", "17", "-proc:none", "-Xlint:-options", "-d", classes.toString(), path,
                needs.stream().map(Path::toString).collect(Collectors.joining(":")));
        List<String> names = files(sources).stream().map(Path::toString).toList();
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null,
                Stream.concat(options, names.stream()).toArray(String[]::new));
        assertThat(exit).isZero();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
