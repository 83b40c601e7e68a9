package io.podbridge.panama.ffi;

import com.google.common.base.Suppliers;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether native calls can be made here at all. */
public final class NativeAccess {
    /** A class that could not be initialized says why only once, so the answer is kept. */
    private static final Supplier<Optional<String>> PROBLEM = Suppliers.memoize(NativeAccess::find);

    private NativeAccess() {}

    /** {@return why not, in a clause that can follow a colon; absent if they can; the same each time} */
    public static Optional<String> problem() {
        return PROBLEM.get();
    }

    private static Optional<String> find() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of("it needs Linux, and this is " + System.getProperty("os.name"));
        }
        if (Architecture.current().isEmpty()) {
            return Optional.of("it knows the system calls of x86-64 and aarch64, not of " + System.getProperty("os.arch"));
        }
        try {
            Libc.link();
            return Optional.empty();
        } catch (ExceptionInInitializerError | NoClassDefFoundError | IllegalStateException e) {
            return Optional.of(reason(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static String reason(Throwable problem) {
        return problem instanceof IllegalCallerException
                ? "native access is denied; start Java with --enable-native-access=" + moduleName()
                : "native calls cannot be linked: " + problem;
    }

    private static String moduleName() {
        Module module = NativeAccess.class.getModule();
        return module.isNamed() ? module.getName() : "ALL-UNNAMED";
    }
}
