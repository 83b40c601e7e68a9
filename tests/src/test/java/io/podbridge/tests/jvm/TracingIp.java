package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** An {@code ip} that writes down how it was started, and then is the real one. */
final class TracingIp {

    private TracingIp() {}

    /** {@return a PATH on which it stands before the real one} */
    static String in(Path folder, Path trace) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path ip = Files.writeString(bin.resolve("ip"), String.join("\n", "#!/bin/sh", "echo ip \"$@\" >> " + trace,
                "PATH=" + System.getenv("PATH"), "exec ip \"$@\"", ""));
        Files.setPosixFilePermissions(bin, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(ip, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin + ":" + System.getenv("PATH");
    }
}
