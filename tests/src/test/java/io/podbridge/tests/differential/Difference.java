package io.podbridge.tests.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where two subjects part after a step.
 *
 * @param lines each value that differs, with what either subject has; never empty
 */
record Difference(List<String> lines) {
    private static final String ABSENT = "absent";

    static List<String> between(List<Outcome> first, List<Outcome> second) {
        return first.equals(second) ? List.of() : List.of("outcome: " + first + " | " + second);
    }

    /** Only what differs; an object that only one of them has is one line. */
    static List<String> between(Place place, Normalised first, Normalised second) {
        List<String> lines = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(first.entries().keySet());
        keys.addAll(second.entries().keySet());
        for (String key : keys) {
            compare(place + " " + key, first.entries().get(key), second.entries().get(key), lines);
        }
        return lines;
    }

    private static void compare(String key, Map<String, String> first, Map<String, String> second, List<String> lines) {
        if (first == null || second == null) {
            lines.add(key + ": " + (first == null ? ABSENT : first) + " | " + (second == null ? ABSENT : second));
            return;
        }
        TreeSet<String> fields = new TreeSet<>(first.keySet());
        fields.addAll(second.keySet());
        for (String field : fields) {
            String one = first.getOrDefault(field, ABSENT);
            String other = second.getOrDefault(field, ABSENT);
            if (!one.equals(other)) {
                lines.add(key + ", " + field + ": " + one + " | " + other);
            }
        }
    }
}
