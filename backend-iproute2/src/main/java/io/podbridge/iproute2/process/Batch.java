package io.podbridge.iproute2.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One long-lived {@code ip -force -batch -}, or {@code bridge}, that is asked line by line. A command that succeeds is silent, unless it
 * shows something; one that fails ends with {@code Command failed -:N}. So each line is followed by one that no program knows: what comes
 * before the complaint about it is the answer. Some failures end the process, which is an answer too, and the last one. For one thread
 * at a time.
 */
public final class Batch implements AutoCloseable {
    private static final String UNKNOWN = "podbridge-end";
    private static final Pattern ABOUT_UNKNOWN = Pattern.compile("Object \"" + UNKNOWN + "\" is unknown.*");
    private static final Pattern FAILED = Pattern.compile("Command failed -:\\d+");

    /** {@code ip(8)} has room for 512, with one for its own end; more end the batch. */
    private static final int MOST_WORDS = 500;

    private final Talk talk;

    private Batch(Talk talk) {
        this.talk = talk;
    }

    /**
     * Starts the process.
     *
     * @param toolbox where
     * @param command the program and its options, without those of a batch
     * @return the batch, which the caller closes
     * @throws ToolException if it cannot be started
     */
    public static Batch start(Toolbox toolbox, List<String> command) throws ToolException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("-force", "-batch", "-"));
        return new Batch(Talk.start(toolbox, words));
    }

    /**
     * Whether the words can be said as a line; if not, a process of its own can.
     *
     * @param words a command without its program
     * @return whether {@link #ask} takes them
     */
    public static boolean canSay(List<String> words) {
        return words.size() <= MOST_WORDS && BatchLine.of(words).isPresent();
    }

    /**
     * Runs one command.
     *
     * @param words the command without its program
     * @param deadline when the process is killed
     * @return the answer
     * @throws ToolException if the deadline passed, or the namespace could not be entered; the batch has ended then
     */
    public Answer ask(List<String> words, Deadline deadline) throws ToolException {
        String line = BatchLine.of(words).orElseThrow(() -> new IllegalArgumentException("not a line of a batch: " + words));
        talk.say(line + "\n" + UNKNOWN + "\n");
        List<String> said = new ArrayList<>();
        Optional<String> next = talk.hear(deadline);
        while (next.isPresent() && !ABOUT_UNKNOWN.matcher(next.get()).matches()) {
            said.add(next.get());
            next = talk.hear(deadline);
        }
        if (next.isPresent()) {
            talk.hear(deadline);
        }
        if (next.isEmpty()) {
            Entrance.requirePassed(String.join("\n", said));
        }
        boolean failed = next.isEmpty() || said.removeIf(FAILED.asMatchPredicate());
        return new Answer(!failed, String.join("\n", said).strip());
    }

    /** {@return whether it can be asked once more} */
    public boolean isAlive() {
        return talk.isAlive();
    }

    /** Ends the process, and waits until it is gone. */
    @Override
    public void close() {
        talk.close();
    }
}
