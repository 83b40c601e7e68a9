package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The executable jar, started as a user starts it. */
final class PodbridgeJar {

    private PodbridgeJar() {}

    static JavaCommand on(int feature, String... options) {
        return JavaCommand.on(feature).with(options).with("-jar", Jars.executable().toString());
    }

    static JavaRun run(int feature, Path scratch, String... arguments) throws IOException, InterruptedException {
        return on(feature).with(arguments).run(scratch);
    }

    /** A copy, run as a user without any capability, who may read and write nothing but the folder. */
    static JavaCommand asNobody(int feature, Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path copy = Files.copy(Jars.executable(), folder.resolve("podbridge.jar"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
        return JavaCommand.on(feature).with("-jar", copy.toString()).asNobody();
    }
}
