package io.podbridge.netlink.request;

import io.podbridge.netlink.model.Route;
import java.util.List;
import java.util.Map;

/**
 * Adds a route, or replaces the one with the same destination, type of service, metric and table.
 *
 * <p>Repeating it is harmless. Raises {@code NOT_FOUND} if a link is not there (ENODEV), {@code INVALID} for a gateway that cannot be
 * reached or a source that is not local or still tentative (EINVAL; ENETUNREACH and EHOSTUNREACH count as this too), {@code UNSUPPORTED}
 * for IPv6 where it is disabled, {@code DENIED}.
 * Source: RTM_NEWROUTE of {@code linux/rtnetlink.h}; {@code ip route replace}.
 *
 * @param route the route
 * @param linkNames the names of the links that it leaves through, by index, for people and commands
 */
public record RouteReplace(Route route, Map<Integer, String> linkNames) implements NetlinkRequest {

    /** Keeps a copy. */
    public RouteReplace {
        linkNames = Map.copyOf(linkNames);
    }

    @Override
    public String operation() {
        return "replace route";
    }

    @Override
    public String target() {
        return RouteCommand.describe(route, linkNames);
    }

    @Override
    public List<Command> commands() {
        return List.of(RouteCommand.of("replace", route, linkNames));
    }

    @Override
    public List<String> unsaid() {
        return RouteCommand.unsaid(route);
    }
}
