package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.ToolResult;
import io.podbridge.iproute2.process.Toolbox;
import io.podbridge.netlink.Availability;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which programs are there, and whether their {@code ip} is one that can be used. */
final class Installation {
    private static final List<String> PROGRAMS = List.of("ip", "bridge", "nsenter", "cat", "grep", "tee", "env", "getent");
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Pattern VERSION = Pattern
            .compile("ip utility, iproute2-(?:ss(\\d{6})|v?(\\d+)\\.(\\d+)\\S*?)(?:,.*|\\s*)");
    /** Alternative names, and with them words for links that are longer than a name, came with 5.5. */
    private static final int OLDEST_MAJOR = 5;
    private static final int OLDEST_MINOR = 5;
    private static final int OLDEST_DATE = 200127;

    private final SearchPath path;

    Installation(SearchPath path) {
        this.path = path;
    }

    Availability check() {
        List<String> missing = PROGRAMS.stream().filter(program -> path.find(program).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return Availability.unavailable("there is no " + String.join(", no ", missing) + " on the PATH (" + path
                    + "); install iproute2, util-linux, coreutils, grep and libc-bin");
        }
        try {
            return judge(said("ip", "-V"));
        } catch (ToolException e) {
            return Availability.unavailable(e.words());
        }
    }

    /** There may be warnings beside the line with the version. */
    private Availability judge(List<String> lines) throws ToolException {
        String ip = path.find("ip").orElseThrow().toString();
        if (lines.stream().anyMatch(line -> line.contains("BusyBox"))) {
            return Availability.unavailable(ip + " is that of BusyBox, which prints no JSON; install iproute2");
        }
        Optional<Matcher> version = lines.stream().map(VERSION::matcher).filter(Matcher::matches).findFirst();
        if (version.isEmpty()) {
            return Availability
                    .unavailable(ip + " does not say which version it is: \"" + String.join(" ", lines) + "\"");
        }
        String number = version.get().group().replaceFirst(".*iproute2-v?([^,\\s]*).*", "$1");
        if (!isYoungEnough(version.get())) {
            return Availability.unavailable(ip + " is from iproute2 " + number + ", and 5.5 is the oldest that can be used");
        }
        return said("ip", "-j", "-N", "link", "show").stream().anyMatch(line -> line.startsWith("["))
                ? Availability.available("ip from iproute2 " + number)
                : Availability.unavailable(ip + " from iproute2 " + number + " prints no JSON");
    }

    /** Versions had dates for names until 5.7. */
    private static boolean isYoungEnough(Matcher version) {
        Optional<String> date = Optional.ofNullable(version.group(1));
        if (date.isPresent()) {
            return Integer.parseInt(date.get()) >= OLDEST_DATE;
        }
        int major = Integer.parseInt(version.group(2));
        return major > OLDEST_MAJOR || (major == OLDEST_MAJOR && Integer.parseInt(version.group(3)) >= OLDEST_MINOR);
    }

    /** {@return the lines that it printed, those of its standard error last} */
    private List<String> said(String... command) throws ToolException {
        ToolResult result = Toolbox.here(path).run(Deadline.in(DEADLINE), List.of(command));
        return Stream.concat(result.output().lines(), result.errors().lines()).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }
}
