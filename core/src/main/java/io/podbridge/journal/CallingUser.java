package io.podbridge.journal;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Who this process runs as. */
public final class CallingUser {
    private static final Path SELF = Path.of("/proc/self");

    /** No process of a JVM changes them. */
    private static final Supplier<OptionalInt> UID = Suppliers.memoize(() -> own("unix:uid"));
    private static final Supplier<OptionalInt> GID = Suppliers.memoize(() -> own("unix:gid"));

    private CallingUser() {}

    /** {@return the user id; absent where there is no {@code /proc}, and so no Linux} */
    public static OptionalInt uid() {
        return UID.get();
    }

    /** {@return the group id; absent where there is no {@code /proc}, and so no Linux} */
    public static OptionalInt gid() {
        return GID.get();
    }

    private static OptionalInt own(String attribute) {
        try {
            return OptionalInt.of((Integer) Files.getAttribute(SELF, attribute));
        } catch (IOException | UnsupportedOperationException e) {
            return OptionalInt.empty();
        }
    }
}
