package io.podbridge.iproute2.process;

/** The way into a namespace, by {@code nsenter(1)}, which becomes the program that is to run there. */
final class Entrance {
    private static final String COMPLAINT = "nsenter: ";

    private Entrance() {}

    /** What a failed program printed may be of {@code nsenter(1)}, which knows nothing of what the program would have said. */
    static void requirePassed(String printed) throws ToolException {
        if (printed.startsWith(COMPLAINT)) {
            throw ToolException.lost(printed.strip());
        }
    }
}
