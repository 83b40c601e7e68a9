package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.Route;
import java.util.ArrayList;
import java.util.List;

/** Which metrics of routes are locked. The JSON of ip(8) does not say it; its plain text says {@code mtu lock 1400}. */
public final class RouteLocks {

    private RouteLocks() {}

    /**
     * Whether the plain text is needed: few routes have metrics.
     *
     * @param json what {@code ip -4 -d -j -N route show table all} printed, or the same with {@code -6}
     * @return whether there may be locks that it does not tell
     */
    public static boolean areUntold(String json) {
        return json.contains("\"metrics\"");
    }

    /**
     * Adds the locks to routes.
     *
     * @param command the command that printed the text, for messages
     * @param text what {@code ip -4 -d -N route show table all} printed, or the same with {@code -6}
     * @param routes the routes as {@link RouteJson} read them a moment ago
     * @return the same routes with their locks
     * @throws UnreadableOutputException if the text is not about the same routes: they changed between the two commands
     */
    public static List<Route> apply(String command, String text, List<Route> routes) {
        List<String> lines = text.lines().filter(RouteLocks::beginsRoute).toList();
        if (lines.size() != routes.size()) {
            throw UnreadableOutputException.outdated(command, "at the end",
                    "there are " + lines.size() + " routes, and were " + routes.size());
        }
        List<Route> locked = new ArrayList<>(routes.size());
        for (int i = 0; i < lines.size(); i++) {
            locked.add(lock(command, lines.get(i), routes.get(i)));
        }
        return List.copyOf(locked);
    }

    /** The ways of a route, and what is said of its next-hop object, stand on lines of their own behind a tab. */
    private static boolean beginsRoute(String line) {
        return !line.isBlank() && !Character.isWhitespace(line.charAt(0));
    }

    private static Route lock(String command, String line, Route route) {
        String[] words = line.split(" +", -1);
        if (words.length < 2 || !isAbout(words[1], route)) {
            throw UnreadableOutputException.outdated(command, "at \"" + line + "\"", "the route " + route + " was expected");
        }
        return route.toBuilder().lockedMetrics(locks(words)).build();
    }

    private static boolean isAbout(String destination, Route route) {
        try {
            return RouteJson.prefix(destination, route.family()).equals(route.destination());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static long locks(String[] words) {
        long locks = 0;
        for (int i = 2; i < words.length; i++) {
            int metric = words[i].equals("lock") ? MetricsJson.NAMES.indexOf(words[i - 1]) : -1;
            locks |= metric < 0 ? 0 : 1L << metric;
        }
        return locks;
    }
}
