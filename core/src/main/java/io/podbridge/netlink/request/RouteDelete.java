package io.podbridge.netlink.request;

import io.podbridge.netlink.model.Route;
import java.util.List;
import java.util.Map;

/**
 * Deletes the route that is equal in all that is given.
 *
 * <p>Repeating it fails with {@code NOT_FOUND} (ESRCH). Raises also {@code DENIED}.
 * Source: RTM_DELROUTE of {@code linux/rtnetlink.h}; {@code ip route del}.
 *
 * @param route the route
 * @param linkNames the names of the links that it leaves through, by index, for people and commands
 */
public record RouteDelete(Route route, Map<Integer, String> linkNames) implements NetlinkRequest {

    /** Keeps a copy. */
    public RouteDelete {
        linkNames = Map.copyOf(linkNames);
    }

    @Override
    public String operation() {
        return "delete route";
    }

    @Override
    public String target() {
        return RouteCommand.describe(route, linkNames);
    }

    @Override
    public List<Command> commands() {
        return List.of(RouteCommand.of("del", route, linkNames));
    }

    @Override
    public List<String> unsaid() {
        return RouteCommand.unsaid(route);
    }
}
