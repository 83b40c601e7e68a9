package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.BriefLink;
import io.podbridge.iproute2.json.TapOwners;
import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.Batch;
import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.SettingsFolder;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import io.podbridge.netlink.request.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One call of a handler: what it asks of programs shares one deadline. */
final class Call {
    private static final List<String> IP = List.of("ip");
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
        if (!Batch.canSay(line)) {
            return alone(program, line);
        }
        return program.equals(IP)
                ? session.residents().any(deadline).ask(line, deadline)
                : session.batch(program).ask(line, deadline);
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

    /** {@return what shows tables, with the names that links have now} */
    Show show(TapOwners owners) throws ToolException {
        return new Show(session.residents().knowing(deadline), deadline, owners);
    }

    /** {@return all links, by the names that they have now} */
    List<BriefLink> links() throws ToolException {
        return Show.links(session.residents().any(deadline), deadline);
    }

    /** Links have other names now, or may have. */
    void mistrustNames() {
        session.residents().mistrust(deadline);
    }

    List<SettingsFolder> settings() {
        return session.residents().settings();
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
