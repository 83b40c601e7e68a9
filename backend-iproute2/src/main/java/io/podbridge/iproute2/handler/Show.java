package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.BriefLink;
import io.podbridge.iproute2.json.LinkJson;
import io.podbridge.iproute2.json.TapOwners;
import io.podbridge.iproute2.json.UnreadableOutputException;
import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows tables. {@code ip(8)} tells links by name there; so the links are listed before and after, and if they are not the same, or the process
 * has known them by other names, all of it is read again, from another process.
 */
final class Show {
    static final List<String> LINKS = List.of("link", "show");
    private static final int TRIES = 5;
    private static final String INTERRUPTED = "Dump was interrupted";

    private final IpProcess ip;
    private final Deadline deadline;
    private final TapOwners owners;
    private String jsonBefore = "";
    private boolean isRenamed;

    Show(IpProcess ip, Deadline deadline, TapOwners owners) {
        this.ip = ip;
        this.deadline = deadline;
        this.owners = owners;
    }

    /** {@return all links, read from what {@link #LINKS} said} */
    List<Link> links(String json) {
        List<Link> links = LinkJson.read(name(LINKS), json, owners);
        links.forEach(link -> ip.saw(link.index(), link.name()));
        isRenamed |= ip.isMistaken();
        jsonBefore = json;
        return links;
    }

    /** {@return what can be told of all links without naming others, as any process can} */
    static List<BriefLink> links(IpProcess ip, Deadline deadline) throws ToolException {
        String json = json(ip, deadline, List.of(LINKS)).get(0);
        try {
            List<BriefLink> links = BriefLink.read(name(LINKS), json);
            links.forEach(link -> ip.saw(link.index(), link.name()));
            return links;
        } catch (UnreadableOutputException e) {
            // What it has seen, and remembers, is not known now.
            ip.mistrust();
            throw e;
        }
    }

    /** It told links beside what it was asked for, and remembers them. */
    void saw(List<BriefLink> links) {
        links.forEach(link -> ip.saw(link.index(), link.name()));
    }

    /** {@return the JSON of the answer to each of some commands, which all are run whatever comes of those before} */
    List<String> json(List<List<String>> commands) throws ToolException {
        return json(ip, deadline, commands);
    }

    /** One line each, beside which there may be warnings. */
    private static List<String> json(IpProcess ip, Deadline deadline, List<List<String>> commands) throws ToolException {
        for (int tries = 0; tries < TRIES; tries++) {
            List<Answer> answers = ip.askAll(commands, deadline);
            for (int i = 0; i < answers.size(); i++) {
                if (!answers.get(i).isSuccess()) {
                    ip.mistrust();
                    throw Failures.of("run", name(commands.get(i)), Complaint.of(answers.get(i).text()));
                }
            }
            if (answers.stream().flatMap(answer -> answer.text().lines()).noneMatch(Show::isInterruption)) {
                return answers.stream().map(Show::line).toList();
            }
            ip.mistrust();
        }
        throw NetlinkException.failed("run", commands.stream().map(Show::name).collect(Collectors.joining("; ")))
                .kind(FailureKind.DUMP_INTERRUPTED).advice("the table changed while it was read, " + TRIES + " times").build();
    }

    private static String line(Answer answer) {
        return answer.text().lines().filter(line -> line.startsWith("[")).findFirst().orElse("");
    }

    /** It may stand within the JSON, where the pipe took the first part of that before; but then it ends the line, as no text in JSON can. */
    private static boolean isInterruption(String line) {
        return line.contains(INTERRUPTED) && !line.endsWith("]");
    }

    /** {@return the command, for messages} */
    static String name(List<String> words) {
        List<String> all = new ArrayList<>(IpProcess.program());
        all.addAll(words);
        return new Command(all).toString();
    }

    /** Looks whether names that were shown since the links were read may be those of other links. */
    void compare(List<Link> before, String jsonAfter) {
        if (!jsonAfter.equals(jsonBefore)) {
            compare(before, BriefLink.read(name(LINKS), jsonAfter));
        }
    }

    private void compare(List<Link> before, List<BriefLink> after) {
        Map<Integer, String> names = after.stream().collect(Collectors.toMap(BriefLink::index, BriefLink::name));
        saw(after);
        isRenamed |= before.stream().anyMatch(link -> !names.getOrDefault(link.index(), link.name()).equals(link.name()));
        if (after.size() > before.stream().filter(link -> names.containsKey(link.index())).count()) {
            // One that came meanwhile may have been shown by a name that it has lost again.
            ip.mistrust();
        }
    }

    /** {@return whether names that were shown may be those of other links} */
    boolean isRenamed() {
        return isRenamed;
    }
}
