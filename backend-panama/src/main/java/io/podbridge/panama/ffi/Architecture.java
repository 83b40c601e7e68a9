package io.podbridge.panama.ffi;

import java.util.Locale;
import java.util.Optional;

/** The processors whose system call numbers are known here. */
enum Architecture {
    X86_64,
    AARCH64;

    /** {@return the one that this JVM runs on, if it is known} */
    static Optional<Architecture> current() {
        return switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64", "arm64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}
