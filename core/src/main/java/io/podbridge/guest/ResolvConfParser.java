package io.podbridge.guest;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads one {@code resolv.conf}. */
final class ResolvConfParser {
    private static final Splitter WORDS = Splitter.on(CharMatcher.anyOf(" \t")).omitEmptyStrings();
    private static final CharMatcher BLANK = CharMatcher.anyOf(" \t\r");
    private static final CharMatcher COMMENT = CharMatcher.anyOf("#;");
    private static final Set<String> NOT_FOR_GUESTS = Set.of("options", "sortlist");

    private final Set<IpAddress> servers = new LinkedHashSet<>();
    private final Set<String> domains = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();
    private int line;

    ResolvConf parse(String text) {
        for (String each : Splitter.on('\n').split(text)) {
            line++;
            if (!BLANK.matchesAllOf(each) && !COMMENT.matches(each.charAt(0))) {
                parseLine(each);
            }
        }
        return new ResolvConf(List.copyOf(servers), List.copyOf(domains), warnings);
    }

    private void parseLine(String text) {
        List<String> words = WORDS.splitToList(text);
        List<String> values = words.subList(1, words.size());
        String keyword = text.startsWith(words.get(0)) ? words.get(0) : "";
        if (keyword.equals("nameserver")) {
            server(values.isEmpty() ? "" : values.get(0));
        } else if (keyword.equals("search")) {
            search(values);
        } else if (keyword.equals("domain")) {
            search(values.stream().limit(1).toList());
        } else if (!NOT_FOR_GUESTS.contains(keyword)) {
            warn("it begins with no keyword, but with " + Quoted.of(text));
        }
    }

    /** What comes after the address is ignored, as glibc does. */
    private void server(String word) {
        int zone = word.indexOf('%');
        try {
            server(word, IpAddress.parse(zone < 0 ? word : word.substring(0, zone)), zone >= 0);
        } catch (IllegalArgumentException e) {
            warn(Quoted.of(word) + " is no address of a name server");
        }
    }

    private void server(String word, IpAddress address, boolean hasZone) {
        if (address.isLoopback() || address.isUnspecified()) {
            warn("the name server " + address + " is one in the pod itself, which the guest does not reach");
        } else if (hasZone || (address.family() == IpFamily.IPV6 && address.isLinkLocal())) {
            warn("the name server " + Quoted.of(word) + " is told by an interface of the pod, which the guest does not have");
        } else {
            servers.add(address);
        }
    }

    /** A line without a domain changes nothing; the root alone says that there are none. */
    private void search(List<String> words) {
        if (!words.isEmpty()) {
            domains.clear();
        }
        words.stream().filter(word -> !word.equals(".")).forEach(this::domain);
    }

    private void domain(String word) {
        String name = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        if (DomainName.isDomain(name)) {
            domains.add(name);
        } else {
            warn(Quoted.of(word) + " is no name of a domain");
        }
    }

    private void warn(String why) {
        warnings.add("the guest is not told of line " + line + " of resolv.conf: " + why);
    }
}
