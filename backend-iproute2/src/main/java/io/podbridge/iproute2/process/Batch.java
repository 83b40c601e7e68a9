package io.podbridge.iproute2.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private final Optional<SettingsFolder> settings;

    private Batch(Talk talk, Optional<SettingsFolder> settings) {
        this.talk = talk;
        this.settings = settings;
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
        return new Batch(talk(toolbox, command), Optional.empty());
    }

    private static Talk talk(Toolbox toolbox, List<String> command) throws ToolException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("-force", "-batch", "-"));
        return Talk.start(toolbox, words);
    }

    /**
     * Starts the process in a folder of settings, if it is there, and waits until it answers: {@code nsenter(1)} has become the program then.
     *
     * @param toolbox where
     * @param command the program and its options, without those of a batch
     * @param folder such as {@code /proc/sys/net/ipv4/conf}
     * @param deadline when it is killed
     * @return the batch, which the caller closes
     * @throws ToolException REFUSED with the words of {@code nsenter(1)} if the namespace cannot be entered
     */
    public static Batch enter(Toolbox toolbox, List<String> command, Path folder, Deadline deadline) throws ToolException {
        Talk talk = talk(toolbox.at(folder), command);
        Batch batch = new Batch(talk, Optional.of(new SettingsFolder(talk, folder)));
        String said = batch.greet(deadline);
        if (batch.isAlive()) {
            return batch;
        }
        batch.close();
        return Entrance.lacksDirectory(said) ? enter(toolbox, command, deadline) : refused(said);
    }

    private static Batch enter(Toolbox toolbox, List<String> command, Deadline deadline) throws ToolException {
        Batch batch = start(toolbox, command);
        String said = batch.greet(deadline);
        if (batch.isAlive()) {
            return batch;
        }
        batch.close();
        return refused(said);
    }

    private static Batch refused(String words) throws ToolException {
        throw ToolException.refused(words);
    }

    private String greet(Deadline deadline) throws ToolException {
        talk.say(UNKNOWN + "\n");
        return hear(deadline).text();
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
        return askAll(List.of(words), deadline).get(0);
    }

    /**
     * Runs commands that are said at once: what comes after one that fails is run all the same, so they had better change nothing.
     *
     * @param commands commands without their program, so short that the process need not have heard one before the next is said
     * @param deadline when the process is killed
     * @return an answer for each
     * @throws ToolException if the deadline passed, or the namespace could not be entered; the batch has ended then
     */
    public List<Answer> askAll(List<List<String>> commands, Deadline deadline) throws ToolException {
        talk.say(commands.stream().map(Batch::line).collect(Collectors.joining()));
        List<Answer> answers = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            Answer answer = hear(deadline);
            if (!answer.isSuccess()) {
                Entrance.requirePassed(answer.text());
            }
            answers.add(answer);
        }
        return answers;
    }

    private static String line(List<String> words) {
        return BatchLine.of(words).orElseThrow(() -> new IllegalArgumentException("not a line of a batch: " + words)) + "\n"
                + UNKNOWN + "\n";
    }

    private Answer hear(Deadline deadline) throws ToolException {
        List<String> said = new ArrayList<>();
        Optional<String> next = talk.hear(deadline);
        while (next.isPresent() && !ABOUT_UNKNOWN.matcher(next.get()).matches()) {
            said.add(next.get());
            next = talk.hear(deadline);
        }
        if (next.isPresent()) {
            talk.hear(deadline);
        }
        boolean failed = next.isEmpty() || said.removeIf(FAILED.asMatchPredicate());
        return new Answer(!failed, String.join("\n", said).strip());
    }

    /** {@return whether it can be asked once more} */
    public boolean isAlive() {
        return talk.isAlive();
    }

    /** {@return the settings that it leads to} */
    public Optional<SettingsFolder> settings() {
        return settings;
    }

    /** {@return a file of the namespace that it is in; once it has ended, the number in it may be that of another process} */
    public Path namespace() {
        return Path.of("/proc", Long.toString(talk.pid()), "ns", "net");
    }

    /** Ends the process, and waits until it is gone. */
    @Override
    public void close() {
        talk.close();
    }
}
