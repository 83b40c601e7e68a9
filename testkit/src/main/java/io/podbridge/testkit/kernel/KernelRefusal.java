package io.podbridge.testkit.kernel;

import java.util.Optional;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;

/** The kernel's "no": an errno, and its own words (the extended acknowledgement) where it has any. */
public final class KernelRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String errno;
    private final String words;
    private final transient Optional<Meaning> meaning;

    private KernelRefusal(String errno, String words, Optional<Meaning> meaning) {
        super(words.isEmpty() ? errno : errno + ": " + words);
        this.errno = errno;
        this.words = words;
        this.meaning = meaning;
    }

    /**
     * What an errno means here, where it alone does not tell, as a backend finds out by asking again.
     *
     * @param kind what it means
     * @param advice a clause for the message
     */
    public record Meaning(FailureKind kind, String advice) {}

    static KernelRefusal of(String errno) {
        return new KernelRefusal(errno, "", Optional.empty());
    }

    static void when(boolean condition, String errno) {
        when(condition, errno, "");
    }

    static void when(boolean condition, String errno, String words) {
        if (condition) {
            throw new KernelRefusal(errno, words, Optional.empty());
        }
    }

    static void when(boolean condition, String errno, Meaning meaning) {
        if (condition) {
            throw new KernelRefusal(errno, "", Optional.of(meaning));
        }
    }

    /** {@return the number} */
    public Errno errno() {
        return Errno.named(errno);
    }

    /** {@return the kernel's own words; empty where it has none} */
    public String words() {
        return words;
    }

    /** {@return what the errno means here, where it alone does not tell} */
    public Optional<Meaning> meaning() {
        return meaning;
    }
}
