package io.podbridge.netlink.state;

import io.podbridge.netlink.model.Neighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A neighbour in the style of {@code ip neighbour}. */
public final class NeighbourText {

    private NeighbourText() {}

    /**
     * Shows it.
     *
     * @param neighbour the neighbour
     * @param names the names of links by their indices; a link without one is shown as {@code if} and its index
     * @return such as {@code 10.244.1.1 dev eth0 lladdr 02:00:00:00:00:01 PERMANENT}
     */
    public static String of(Neighbour neighbour, Map<Integer, String> names) {
        int link = neighbour.linkIndex();
        List<String> words = new ArrayList<>(
                List.of(neighbour.address().toString(), "dev", names.getOrDefault(link, "if" + link)));
        neighbour.hardwareAddress().ifPresent(address -> words.add("lladdr " + address));
        if (neighbour.isProxy()) {
            words.add("proxy");
        }
        if ((neighbour.flags() & Neighbour.EXTERNALLY_LEARNED) != 0) {
            words.add("extern_learn");
        }
        if (neighbour.isManaged()) {
            words.add("managed");
        }
        words.addAll(states(neighbour.state()));
        return String.join(" ", words);
    }

    /** A proxy has no state. */
    private static List<String> states(int state) {
        return State.IN_ORDER.stream().filter(known -> (state & known.bit) != 0).map(State::word).toList();
    }

    private record State(int bit, String word) {
        private static final List<State> IN_ORDER = List.of(new State(0x01, "INCOMPLETE"), new State(0x02, "REACHABLE"),
                new State(0x04, "STALE"), new State(0x08, "DELAY"), new State(0x10, "PROBE"), new State(0x20, "FAILED"),
                new State(Neighbour.NOARP, "NOARP"), new State(Neighbour.PERMANENT, "PERMANENT"));
    }
}
