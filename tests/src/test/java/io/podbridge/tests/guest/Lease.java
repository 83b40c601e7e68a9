package io.podbridge.tests.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What busybox's udhcpc got, by the names that it has for options; its script has configured the guest with it, one command after another. */
record Lease(Map<String, String> options) {
    /** Not asked for by itself; 121 is staticroutes, 249 is msstaticroutes. */
    private static final String[] ALL = {"mtu", "search", "staticroutes", "msstaticroutes"};
    /** The others of its variables are those of the test. */
    private static final Pattern OPTION = Pattern.compile("[a-z][a-z0-9]*=.*");
    /** The routes are made in the order in which they came, so that the kernel says whether that order is one; what fails leaves no file. */
    private static final String SCRIPT = """
            #!/bin/sh -e
            [ "$1" = bound ] || exit 0
            [ -z "$mtu" ] || ip link set "$interface" mtu "$mtu"
            ip addr add "$ip/$mask" dev "$interface"
            if [ -n "$staticroutes" ]; then
                set -- $staticroutes
                while [ $# -gt 1 ]; do
                    if [ "$2" = 0.0.0.0 ]; then gateway=; else gateway="via $2"; fi
                    ip route add "$1" $gateway dev "$interface"
                    shift 2
                done
            elif [ -n "$router" ]; then
                ip route add "$router" dev "$interface" 2>/dev/null || true
                ip route add default via "$router" dev "$interface"
            fi
            env > "${0%/*}/lease"
            """;

    /** {@return what a guest gets that asks for all options} */
    static Lease ask(CheapGuest guest, Path directory) throws IOException {
        return ask(guest, directory, ALL);
    }

    /** {@return what a guest gets that asks for these options and the usual ones} */
    static Lease ask(CheapGuest guest, Path directory, String... options) throws IOException {
        Path lease = directory.resolve("lease");
        Path script = Files.createFile(directory.resolve("udhcpc.sh"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(script, SCRIPT);
        guest.exec(Stream.concat(
                Stream.of("busybox", "udhcpc", "-i", CheapGuest.NIC, "-f", "-q", "-n", "-t", "10", "-T", "1", "-s",
                        script.toString()),
                Stream.of(options).flatMap(option -> Stream.of("-O", option))).toArray(String[]::new));
        return new Lease(Files.readAllLines(lease).stream().filter(OPTION.asMatchPredicate()).map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    String get(String option) {
        return options.getOrDefault(option, "");
    }
}
