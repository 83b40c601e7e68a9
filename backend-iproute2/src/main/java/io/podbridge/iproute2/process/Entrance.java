package io.podbridge.iproute2.process;

/** The way into a namespace, by {@code nsenter(1)}, and into a directory there, by {@code env(1)}: each becomes what comes next. */
final class Entrance {
    private static final String COMPLAINT = "nsenter: ";
    private static final String NO_DIRECTORY = "env: ";

    private Entrance() {}

    /** What a failed program printed may be of {@code nsenter(1)}, which knows nothing of what the program would have said. */
    static void requirePassed(String printed) throws ToolException {
        if (printed.startsWith(COMPLAINT)) {
            throw ToolException.lost(printed.strip());
        }
    }

    /** {@return whether it is {@code env(1)} that complains: of a directory that is not there, or of the option, which came with coreutils 8.28} */
    static boolean lacksDirectory(String printed) {
        return printed.startsWith(NO_DIRECTORY);
    }
}
