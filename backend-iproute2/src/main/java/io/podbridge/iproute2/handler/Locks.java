package io.podbridge.iproute2.handler;

import com.google.common.base.Splitter;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which metrics of routes are locked. The JSON does not say it, the text does: {@code mtu lock 1400}. */
final class Locks {
    private static final Map<String, Integer> METRICS = Map.ofEntries(Map.entry("mtu", 2), Map.entry("window", 3),
            Map.entry("rtt", 4), Map.entry("rttvar", 5), Map.entry("ssthresh", 6), Map.entry("cwnd", 7), Map.entry("advmss", 8),
            Map.entry("reordering", 9), Map.entry("hoplimit", 10), Map.entry("initcwnd", 11), Map.entry("features", 12),
            Map.entry("rto_min", 13), Map.entry("initrwnd", 14), Map.entry("quickack", 15));

    /** Routes without metrics have no locks, so that most tables are read once. */
    List<Route> fill(Call call, Command show, List<Route> routes) throws ToolException {
        if (routes.stream().allMatch(route -> route.metrics().isEmpty())) {
            return routes;
        }
        List<String> lines = lines(call, show);
        if (lines.size() != routes.size()) {
            throw NetlinkException.failed("read", "\"" + show + "\"").kind(FailureKind.DUMP_INTERRUPTED)
                    .advice("the table changed while it was read").build();
        }
        List<Route> filled = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            filled.add(routes.get(i).toBuilder().lockedMetrics(locks(lines.get(i))).build());
        }
        return List.copyOf(filled);
    }

    private static List<String> lines(Call call, Command show) throws ToolException {
        List<String> words = new ArrayList<>(show.arguments());
        words.addAll(1, List.of("-o", "-d", "-N"));
        ToolResult result = call.run("", words);
        return result.output().lines().filter(line -> !line.isBlank()).toList();
    }

    static long locks(String line) {
        List<String> words = Splitter.on(' ').omitEmptyStrings().splitToList(line);
        long locks = 0;
        for (int i = 1; i < words.size(); i++) {
            Integer metric = METRICS.get(words.get(i - 1));
            if (metric != null && words.get(i).equals("lock")) {
                locks |= 1L << metric;
            }
        }
        return locks;
    }
}
