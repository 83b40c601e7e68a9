package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.LinkJson;
import io.podbridge.iproute2.json.TapOwners;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** A link that was renamed meanwhile has its settings elsewhere: then all is read again. */
    List<Link> list(Call call, Predicate<Link> wanted) throws ToolException {
        TapOwners owners = accounts.asking(call);
        List<Link> links = LinkJson.read(SHOW.toString(), shown.json(call, SHOW), owners);
        for (int tries = 0; tries < Shown.TRIES; tries++) {
            List<Link> complete = settings.fill(call, links.stream().filter(wanted).toList());
            List<Link> after = LinkJson.read(SHOW.toString(), shown.json(call, SHOW), owners);
            if (ids(links).equals(ids(after))) {
                return complete;
            }
            links = after;
        }
        throw shown.interrupted(SHOW);
    }

    private static List<LinkId> ids(List<Link> links) {
        return links.stream().map(Link::id).toList();
    }

    /** {@return the links as one command tells them, without settings and without the owners of taps} */
    List<Link> brief(Call call) throws ToolException {
        return brief(call, SHOW);
    }

    /** The same, by the process of another command: each remembers names for itself. */
    List<Link> brief(Call call, Command show) throws ToolException {
        return LinkJson.read(show.toString(), shown.json(call, show), Accounts.NOBODY);
    }

    Optional<Link> brief(Call call, LinkId link) throws ToolException {
        return brief(call).stream().filter(found -> found.index() == link.index()).findFirst();
    }

    static Predicate<Link> named(String name) {
        return link -> link.name().equals(name) || link.altNames().contains(name);
    }
}
