package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Programs that a test puts in the place of the system's.
 *
 * @param folder where they are
 */
record OwnPrograms(Path folder) {
    private static final SearchPath SYSTEM = SearchPath.ofEnvironment();

    /** Puts a shell script there. */
    void put(String program, String script) throws IOException {
        Path file = folder.resolve(program);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** {@return the path of the system's own program, for a script that runs it} */
    static Path real(String program) {
        return SYSTEM.find(program).orElseThrow();
    }

    /** {@return where these are found first, and then the system's} */
    SearchPath path() {
        return SearchPath.parse(folder + ":" + SYSTEM);
    }
}
