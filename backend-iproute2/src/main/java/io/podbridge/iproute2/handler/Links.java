package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.model.Link;
import java.util.List;
import java.util.function.Predicate;

/** Reads links. All of them are listed each time, since masters and peers are told by name. */
final class Links {
    private final Readings readings;
    private final LinkSettings settings;

    Links(Readings readings, LinkSettings settings) {
        this.readings = readings;
        this.settings = settings;
    }

    List<Link> list(Call call) throws ToolException {
        return list(call, link -> true);
    }

    /** Settings are found by name: those of a link that was renamed meanwhile may be another's. */
    List<Link> list(Call call, Predicate<Link> wanted) throws ToolException {
        return readings.read(call, show -> {
            List<Link> links = show.links(show.json(List.of(Show.LINKS)).get(0));
            List<Link> complete = settings.fill(call, links.stream().filter(wanted).toList());
            show.compare(links, show.json(List.of(Show.LINKS)).get(0));
            return complete;
        });
    }

    static Predicate<Link> named(String name) {
        return link -> link.name().equals(name) || link.altNames().contains(name);
    }
}
