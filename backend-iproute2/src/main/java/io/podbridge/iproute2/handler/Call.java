package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.TapOwners;
import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.Batch;
import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import io.podbridge.netlink.request.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One call of a handler: what it asks of programs shares one deadline. */
final class Call {
    /** JSON, with all details, and numbers instead of names that a file could change. */
    private static final List<String> STYLE = List.of("-j", "-d", "-N");

    private static final Duration CLEAN_UP = Duration.ofSeconds(3);

    private final Session session;
    private final Deadline deadline;

    Call(Session session, Deadline deadline) {
        this.session = session;
        this.deadline = deadline;
    }

    /** Asks {@code ip} or {@code bridge}: their batch, or a process of its own for words that a batch cannot say. */
    Answer ask(Command command) throws ToolException {
        List<String> words = command.arguments();
        List<String> program = words.subList(0, options(words));
        List<String> line = words.subList(options(words), words.size());
        return Batch.canSay(line) ? session.batch(program).ask(line, deadline) : alone(program, line);
    }

    /** Where the program and its options end. */
    private static int options(List<String> words) {
        int options = 1;
        while (words.get(options).startsWith("-")) {
            options++;
        }
        return options;
    }

    /** Refuses what neither a batch nor a process of its own can be told, before anything is changed. */
    void requireSpeakable(Command command) throws ToolException {
        List<String> words = command.arguments();
        if (!Batch.canSay(words.subList(options(words), words.size()))) {
            session.tools().requireSpeakable(words);
        }
    }

    /** {@return the same call with some time of its own, to take away what was left when the time ran out} */
    Call toCleanUp() {
        return new Call(session, Deadline.in(CLEAN_UP));
    }

    /** Starts a process that knows no names of links yet. */
    Show show(TapOwners owners, List<String> options) throws ToolException {
        List<String> program = new ArrayList<>(List.of("ip"));
        program.addAll(options);
        program.addAll(STYLE);
        return new Show(program, Batch.start(session.tools(), program), deadline, owners);
    }

    private Answer alone(List<String> program, List<String> line) throws ToolException {
        List<String> words = new ArrayList<>(program);
        words.addAll(line);
        ToolResult result = run("", words);
        return new Answer(result.isSuccess(), (result.errors() + result.output()).strip());
    }

    /** Runs any other program. */
    ToolResult run(String input, List<String> command) throws ToolException {
        return session.tools().run(deadline, input, command);
    }
}
