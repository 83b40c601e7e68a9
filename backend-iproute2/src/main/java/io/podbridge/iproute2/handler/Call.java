package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.TapOwners;
import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.Batch;
import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import io.podbridge.netlink.request.Command;
import java.util.ArrayList;
import java.util.List;

/** One call of a handler: what it asks of programs shares one deadline. */
final class Call {
    /** JSON, with all details, and numbers instead of names that a file could change. */
    private static final List<String> STYLE = List.of("-j", "-d", "-N");

    private final Session session;
    private final Deadline deadline;

    Call(Session session, Deadline deadline) {
        this.session = session;
        this.deadline = deadline;
    }

    /** Asks {@code ip} or {@code bridge}: their batch, or a process of its own for words that a batch cannot say. */
    Answer ask(Command command) throws ToolException {
        List<String> words = command.arguments();
        int options = 1;
        while (words.get(options).startsWith("-")) {
            options++;
        }
        List<String> program = words.subList(0, options);
        List<String> line = words.subList(options, words.size());
        return Batch.canSay(line) ? session.batch(program).ask(line, deadline) : alone(program, line);
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
