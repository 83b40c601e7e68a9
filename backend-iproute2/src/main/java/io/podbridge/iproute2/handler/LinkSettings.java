package io.podbridge.iproute2.handler;

import com.google.common.collect.Lists;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code ip(8)} does not tell of links: {@code arp_ignore} and {@code disable_ipv6}, of very many links by {@code grep(1)}. */
final class LinkSettings {
    /** So that the paths fit into one command line. */
    private static final int LINKS_AT_ONCE = 1000;
    /** Of so many links the settings are read in less time than a process is started. */
    private static final int FEW = 100;

    List<Link> fill(Call call, List<Link> links) throws ToolException {
        List<Link> filled = new ArrayList<>();
        for (List<Link> some : Lists.partition(links, LINKS_AT_ONCE)) {
            Map<String, String> values = read(call, some);
            some.forEach(link -> filled.add(fill(link, values)));
        }
        return List.copyOf(filled);
    }

    private static Link fill(Link link, Map<String, String> values) {
        Link.Builder filled = link.toBuilder();
        value(values, arpIgnore(link.id())).ifPresent(value -> filled.arpIgnore(Integer.parseInt(value)));
        value(values, disableIpv6(link.id())).ifPresent(value -> filled.ipv6Disabled(!value.equals("0")));
        return filled.build();
    }

    private static Optional<String> value(Map<String, String> values, Sysctl key) {
        return Optional.ofNullable(values.get(key.path()));
    }

    private static Map<String, String> read(Call call, List<Link> links) throws ToolException {
        List<String> paths = links.stream().flatMap(link -> Stream.of(arpIgnore(link.id()).path(), disableIpv6(link.id()).path()))
                .toList();
        Optional<Map<String, String>> values = links.size() > FEW ? Optional.empty() : SettingFiles.read(call, paths);
        return values.isPresent() ? values.get() : grep(call, paths);
    }

    /** Each line is a path, a colon, and a value, which has no colon. A file that is not there has no line. */
    private static Map<String, String> grep(Call call, List<String> paths) throws ToolException {
        List<String> command = new ArrayList<>(List.of("grep", "-sH", ""));
        command.addAll(paths);
        Map<String, String> values = new HashMap<>();
        call.run("", command).output().lines().filter(line -> line.contains(":")).forEach(
                line -> values.put(line.substring(0, line.lastIndexOf(':')), line.substring(line.lastIndexOf(':') + 1).strip()));
        return values;
    }

    static Sysctl arpIgnore(LinkId link) {
        return Sysctl.ofLink(IpFamily.IPV4, link, "arp_ignore");
    }

    private static Sysctl disableIpv6(LinkId link) {
        return Sysctl.ofLink(IpFamily.IPV6, link, "disable_ipv6");
    }
}
