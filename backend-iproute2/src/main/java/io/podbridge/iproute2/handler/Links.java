package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.LinkJson;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads links. All of them are listed each time, since that alone refreshes the names that a long-lived process remembers. */
final class Links {
    static final Command SHOW = Command.of("ip", "link", "show");

    private final Shown shown;
    private final Accounts accounts;
    private final LinkSettings settings;

    Links(Shown shown, Accounts accounts, LinkSettings settings) {
        this.shown = shown;
        this.accounts = accounts;
        this.settings = settings;
    }

    List<Link> list(Call call) throws ToolException {
        return list(call, link -> true);
    }

    /** Settings are found by name: those of a link that was renamed meanwhile may be another's, and all is read again. */
    List<Link> list(Call call, Predicate<Link> wanted) throws ToolException {
        List<Link> links = brief(call);
        for (int tries = 0; tries < Shown.TRIES; tries++) {
            List<Link> complete = settings.fill(call, links.stream().filter(wanted).toList());
            List<Link> after = brief(call);
            if (!isRenamed(complete, after)) {
                return complete;
            }
            links = after;
        }
        throw shown.interrupted(SHOW);
    }

    private static boolean isRenamed(List<Link> before, List<Link> after) {
        Set<LinkId> ids = after.stream().map(Link::id).collect(Collectors.toSet());
        Set<Integer> indices = after.stream().map(Link::index).collect(Collectors.toSet());
        return before.stream().anyMatch(link -> indices.contains(link.index()) && !ids.contains(link.id()));
    }

    /** {@return the links as one command tells them, without settings} */
    List<Link> brief(Call call) throws ToolException {
        return brief(call, SHOW);
    }

    /** The same, by the process of another command: each remembers names for itself. */
    List<Link> brief(Call call, Command show) throws ToolException {
        return LinkJson.read(show.toString(), shown.json(call, show), accounts.asking(call));
    }

    Optional<Link> brief(Call call, LinkId link) throws ToolException {
        return brief(call).stream().filter(found -> found.index() == link.index()).findFirst();
    }

    static Predicate<Link> named(String name) {
        return link -> link.name().equals(name) || link.altNames().contains(name);
    }
}
