package io.podbridge.testkit;

import com.google.common.base.Splitter;
import io.podbridge.testkit.netns.TestNamespace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All that {@code ip(8)} and {@code /proc/sys} tell of a namespace at one moment: links, addresses, routes of all tables, permanent
 * neighbours and proxies, and the settings of each link. Two snapshots are equal if nothing but time has passed between them: what is
 * left of a lifetime, timers, carriers and what comes with them, and flags of the moment (tentative, linkdown) are taken out, and the lines
 * are sorted.
 */
public final class PodSnapshot {
    private static final Pattern SECONDS = Pattern.compile("\\b[0-9]+sec\\b");
    private static final Pattern TIMER = Pattern.compile("_timer +[0-9.]+");
    private static final Pattern MOMENT = Pattern.compile(" (tentative|linkdown)\\b");
    /** What IPv6 sends to many goes by a route that the kernel makes when it has told itself of the carrier. */
    private static final String MULTICAST = "multicast ff00::/8 ";
    /** A carrier, and what a bridge makes of it, comes some time after a link is up. */
    private static final Pattern CARRIER = Pattern
            .compile("NO-CARRIER,|,LOWER_UP| state (UP|DOWN|UNKNOWN|LOWERLAYERDOWN|forwarding|disabled)\\b");

    private final Map<String, List<String>> sections;

    private PodSnapshot(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    /**
     * Takes a snapshot.
     *
     * @param namespace of which namespace
     * @return what it is like now
     */
    public static PodSnapshot of(TestNamespace namespace) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("links", lines(namespace.ip("-d", "-o", "link", "show")));
        sections.put("addresses", lines(namespace.ip("-d", "-o", "addr", "show")));
        sections.put("IPv4 routes", lines(namespace.ip("-4", "-d", "-o", "route", "show", "table", "all")));
        sections.put("IPv6 routes", lines(namespace.ip("-6", "-d", "-o", "route", "show", "table", "all")));
        sections.put("permanent neighbours", lines(namespace.ip("-o", "neigh", "show", "nud", "permanent")));
        sections.put("proxies", lines(namespace.ip("-o", "neigh", "show", "proxy")));
        // A stable_secret that was never set cannot be read.
        sections.put("sysctls", lines(namespace.exec("grep", "-r", "--exclude=stable_secret", "", "/proc/sys/net/ipv4/conf",
                "/proc/sys/net/ipv6/conf")));
        return new PodSnapshot(Collections.unmodifiableMap(sections));
    }

    /** {@return the lines of each section, by its name} */
    public Map<String, List<String>> sections() {
        return sections;
    }

    /**
     * What a later snapshot has lost and gained.
     *
     * @param later the other one
     * @return under the name of each section that differs, the lines that are gone after a minus, those that are new after a plus;
     *         empty if the two are equal
     */
    public String difference(PodSnapshot later) {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, before) -> {
            List<String> after = later.sections.getOrDefault(name, List.of());
            if (!before.equals(after)) {
                text.append(name).append('\n');
                without(before, after).forEach(line -> text.append("  - ").append(line).append('\n'));
                without(after, before).forEach(line -> text.append("  + ").append(line).append('\n'));
            }
        });
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PodSnapshot that && sections.equals(that.sections);
    }

    @Override
    public int hashCode() {
        return sections.hashCode();
    }

    /** {@return all sections with their lines} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        sections.forEach((name, lines) -> text.append(name).append("\n  ").append(String.join("\n  ", lines)).append('\n'));
        return text.toString();
    }

    private static List<String> lines(String output) {
        return Splitter.on('\n').omitEmptyStrings().splitToStream(output).filter(line -> !line.startsWith(MULTICAST))
                .map(PodSnapshot::timeless).sorted().toList();
    }

    private static String timeless(String line) {
        String steady = SECONDS.matcher(line).replaceAll("some sec");
        steady = TIMER.matcher(steady).replaceAll("_timer some");
        steady = CARRIER.matcher(steady).replaceAll("");
        return MOMENT.matcher(steady).replaceAll("").strip();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }
}
