package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import java.util.List;
import java.util.Optional;
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
            List<Link> links = show.links().stream().filter(wanted).toList();
            List<Link> complete = settings.fill(call, links);
            return show.isRenamed(links) ? Optional.empty() : Optional.of(complete);
        });
    }

    /** {@return the links without their settings} */
    List<Link> brief(Call call) throws ToolException {
        return readings.read(call, show -> Optional.of(show.links()));
    }

    Optional<Link> brief(Call call, LinkId link) throws ToolException {
        return brief(call).stream().filter(found -> found.index() == link.index()).findFirst();
    }

    static Predicate<Link> named(String name) {
        return link -> link.name().equals(name) || link.altNames().contains(name);
    }
}
