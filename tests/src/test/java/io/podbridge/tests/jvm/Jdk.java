package io.podbridge.tests.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param home its folder
 */
record Jdk(Path home) {

    /** {@return the one of this version that is installed beside the one that runs this test, if there is one} */
    static Optional<Jdk> ofVersion(int feature) {
        Path running = Path.of(System.getProperty("java.home"));
        try (Stream<Path> siblings = Files.list(running.toRealPath().getParent())) {
            return siblings.filter(home -> isVersion(home, feature)).sorted().findFirst().map(Jdk::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVersion(Path home, int feature) {
        Path release = home.resolve("release");
        try {
            return Files.isReadable(release) && Files.readString(release).contains("JAVA_VERSION=\"" + feature + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String java() {
        return home.resolve("bin/java").toString();
    }
}
