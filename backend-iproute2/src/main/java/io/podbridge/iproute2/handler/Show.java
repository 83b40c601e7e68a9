package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.LinkJson;
import io.podbridge.iproute2.json.TapOwners;
import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.Batch;
import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A process that shows tables. {@code ip(8)} tells links by name there, and a process remembers a name for as long as it lives: so each
 * reading has a process of its own, in which the links are listed too.
 */
final class Show implements AutoCloseable {
    private static final int TRIES = 5;
    private static final String INTERRUPTED = "Dump was interrupted";

    private final List<String> program;
    private final Batch batch;
    private final Deadline deadline;
    private final TapOwners owners;

    Show(List<String> program, Batch batch, Deadline deadline, TapOwners owners) {
        this.program = program;
        this.batch = batch;
        this.deadline = deadline;
        this.owners = owners;
    }

    List<Link> links() throws ToolException {
        return LinkJson.read(name("link", "show"), json("link", "show"), owners);
    }

    /** {@return the JSON of the answer: one line, beside which there may be warnings} */
    String json(String... words) throws ToolException {
        for (int tries = 0; tries < TRIES; tries++) {
            Answer answer = batch.ask(List.of(words), deadline);
            if (!answer.isSuccess()) {
                throw Failures.of("run", name(words), Complaint.of(answer.text()));
            }
            if (answer.text().lines().noneMatch(Show::isInterruption)) {
                return answer.text().lines().filter(line -> line.startsWith("[")).findFirst().orElse("");
            }
        }
        throw NetlinkException.failed("run", name(words)).kind(FailureKind.DUMP_INTERRUPTED)
                .advice("the table changed while it was read, " + TRIES + " times").build();
    }

    /** It may stand within the JSON, where the pipe took the first part of that before; but then it ends the line, as no text in JSON can. */
    private static boolean isInterruption(String line) {
        return line.contains(INTERRUPTED) && !line.endsWith("]");
    }

    /** {@return the command, for messages} */
    String name(String... words) {
        List<String> all = new ArrayList<>(program);
        all.addAll(Arrays.asList(words));
        return new Command(all).toString();
    }

    /** Whether names that were shown in the meantime may be those of other links. */
    boolean isRenamed(List<Link> before) throws ToolException {
        Map<Integer, String> after = links().stream().collect(Collectors.toMap(Link::index, Link::name));
        return before.stream().anyMatch(link -> !after.getOrDefault(link.index(), link.name()).equals(link.name()));
    }

    @Override
    public void close() {
        batch.close();
    }
}
