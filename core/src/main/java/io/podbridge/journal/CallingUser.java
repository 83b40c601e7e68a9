package io.podbridge.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Who this process runs as. */
public final class CallingUser {
    private static final Path SELF = Path.of("/proc/self");

    private CallingUser() {}

    /** {@return the user id; absent where there is no {@code /proc}, and so no Linux} */
    public static OptionalInt uid() {
        return own("unix:uid");
    }

    /** {@return the group id; absent where there is no {@code /proc}, and so no Linux} */
    public static OptionalInt gid() {
        return own("unix:gid");
    }

    private static OptionalInt own(String attribute) {
        try {
            return OptionalInt.of((Integer) Files.getAttribute(SELF, attribute));
        } catch (IOException | UnsupportedOperationException e) {
            return OptionalInt.empty();
        }
    }
}
