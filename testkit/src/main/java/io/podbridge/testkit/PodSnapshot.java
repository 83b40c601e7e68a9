package io.podbridge.testkit;

import com.google.common.base.Splitter;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.testkit.netns.TestNamespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that {@code ip(8)}, {@code bridge(8)}, {@code tc(8)} and {@code /proc/sys} tell of a namespace at one moment: links, ports,
 * addresses, groups, routes of all tables, next-hop objects, rules, neighbours that somebody configured, proxies, forwarding entries,
 * queueing disciplines, and the settings of each link. Two snapshots are equal if nothing but time has passed between them: what is
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

    /** The groups of a link that its addresses bring, some of them with the carrier; the addresses are told themselves. */
    private static final Pattern KERNELS_GROUP = Pattern
            .compile(".*\tlink +(?!.* static).*|.*\tinet6 ff02::1:ff.*|(33:33|01:00:5e).* self permanent");
    /** Neighbours that somebody put there; what the kernel finds, and what it makes of groups and of its own addresses, comes and goes. */
    private static final Pattern CONFIGURED = Pattern
            .compile("(?!.* lladdr (33:33|01:00:5e|ff:ff:ff:ff|00:00:00:00:00:00)).*(PERMANENT|NOARP|extern_learn|managed).*");
    private static final Pattern NEIGHBOUR_STATE = Pattern
            .compile(" (INCOMPLETE|REACHABLE|STALE|DELAY|PROBE|FAILED|NONE)\\b| lladdr \\S+(?=.* managed)");

    private static final Pattern OWN_ROUTE = Pattern.compile("(?m)^local (\\S+) dev ");
    private static final Pattern IPV6_ADDRESS = Pattern.compile("(?m)^(\\d+): \\S+ +inet6 ([^ /]+)[ /](?=.* scope ).*$");
    private static final Pattern LINK_WITH_CARRIER = Pattern.compile("(?m)^(\\d+): [^<]*<[^>]*LOWER_UP");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final String NEIGHBOURS = "configured neighbours";
    private static final Splitter PARTS = Splitter.on("=== ").omitEmptyStrings();
    /** One process for all. A stable_secret that was never set cannot be read. */
    private static final String SCRIPT = """
            echo '=== links'; ip -d -o link show
            echo '=== bridge ports'; bridge -d -o link show
            echo '=== addresses'; ip -d -o addr show
            echo '=== groups'; ip -o maddr show
            echo '=== tokens'; ip token list
            echo '=== IPv4 routes'; ip -4 -d -o route show table all
            echo '=== IPv6 routes'; ip -6 -d -o route show table all
            echo '=== next-hop objects'; ip -d -o nexthop show
            echo '=== IPv4 rules'; ip -4 rule show
            echo '=== IPv6 rules'; ip -6 rule show
            echo '=== address labels'; ip addrlabel list
            echo '=== configured neighbours'; ip -d -o neigh show nud all
            echo '=== proxies'; ip -d -o neigh show proxy
            echo '=== forwarding entries'; bridge fdb show
            echo '=== qdiscs'; tc -d qdisc show
            echo '=== sysctls'; cd /proc/sys/net
            grep -r --exclude=stable_secret '' ipv4/conf ipv6/conf ipv4/neigh ipv6/neigh
            """;

    private final Map<String, List<String>> sections;

    private PodSnapshot(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    /**
     * Takes a snapshot, once the kernel has made the routes to the IPv6 addresses that are there; it waits five seconds for them at most,
     * and not for those of a link without a carrier.
     *
     * @param namespace of which namespace
     * @return what it is like now
     */
    public static PodSnapshot of(TestNamespace namespace) {
        String told = Eventually.read(LONGEST_WAIT, () -> namespace.exec("sh", "-ec", SCRIPT), PodSnapshot::isSettled);
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (String part : PARTS.split(told)) {
            int end = part.indexOf('\n');
            String name = part.substring(0, end);
            sections.put(name, lines(name, part.substring(end)));
        }
        return new PodSnapshot(Collections.unmodifiableMap(sections));
    }

    /** The kernel makes the route to an IPv6 address of its own some time after the address, and not without a carrier; or somebody has deleted it. */
    private static boolean isSettled(String told) {
        Set<String> local = OWN_ROUTE.matcher(told).results().map(found -> found.group(1)).collect(Collectors.toSet());
        Set<String> links = LINK_WITH_CARRIER.matcher(told).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return IPV6_ADDRESS.matcher(told).results().filter(found -> links.contains(found.group(1)))
                .allMatch(found -> local.contains(found.group(2)));
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

    private static List<String> lines(String section, String output) {
        Stream<String> lines = Splitter.on('\n').omitEmptyStrings().splitToStream(output)
                .filter(line -> !line.startsWith(MULTICAST) && !KERNELS_GROUP.matcher(line).matches()).map(PodSnapshot::timeless);
        if (section.equals(NEIGHBOURS)) {
            lines = lines.filter(CONFIGURED.asMatchPredicate()).map(line -> NEIGHBOUR_STATE.matcher(line).replaceAll(""));
        }
        return lines.sorted().toList();
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
