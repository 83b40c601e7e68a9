package io.podbridge.netlink.state;

import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.RouteReplace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A route in the style of {@code ip route}: the words that make it, without those that go without saying. */
public final class RouteText {
    private static final String VERB = "replace";
    private static final Set<String> UNSAID = Set.of("table " + Route.MAIN_TABLE, "proto boot", "scope global");

    private RouteText() {}

    /**
     * Shows it.
     *
     * @param route the route
     * @param names the names of links by their indices
     * @return such as {@code default via 10.244.1.1 dev eth0}
     */
    public static String of(Route route, Map<Integer, String> names) {
        List<String> command = new RouteReplace(route, names).commands().get(0).arguments();
        List<String> words = command.subList(command.indexOf(VERB) + 1, command.size());
        StringBuilder text = new StringBuilder(words.get(0));
        for (int i = 1; i < words.size(); i++) {
            String pair = words.get(i) + " " + (i + 1 < words.size() ? words.get(i + 1) : "");
            if (UNSAID.contains(pair)) {
                i++;
            } else {
                text.append(' ').append(words.get(i));
            }
        }
        return text.toString();
    }
}
