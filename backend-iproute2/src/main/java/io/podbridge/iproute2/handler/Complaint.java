package io.podbridge.iproute2.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program said when it failed. {@code ip(8)} prints the text of the errno, or instead of it the kernel's own words (the extended
 * acknowledgement): for those the errno is known from the table here, or else the kind is guessed from the words.
 *
 * @param errno the kernel's number, where it can be told
 * @param words the kernel's own words, or the program's where it did not come to ask the kernel
 * @param kind what it means, where the errno does not tell
 */
record Complaint(Optional<Errno> errno, Optional<String> words, FailureKind kind) {
    private static final Pattern EXTENDED = Pattern.compile("Error: (.*?)\\.?");
    private static final Pattern NO_LINK = Pattern.compile("Cannot find device .*|Device \".*\" does not exist\\.?"
            + "|.*no device matches name.*|Cannot find bridge device.*");
    /** A value that the program does not take, as the kernel would not; a name there may be one that it does not know yet. */
    private static final Pattern BAD_NUMBER = Pattern.compile("Error: argument \"-?[0-9][^\"]*\" is wrong.*");
    private static final List<Pattern> USAGE = List.of(Pattern.compile("Error: (argument|either|duplicate|an? |any ).*"),
            Pattern.compile(
                    "(Object|Command|Option) \".*\" is unknown.*|What is \".*\".*|Usage:.*|Garbage instead.*|.*invalid lladdr.*"
                            + "|.*(max allowed bound|message exceeded bound).*"));
    private static final String WITHOUT_IPV6 = "ipv6: IPv6 is disabled on this device";
    private static final Pattern HARMLESS = Pattern.compile("\\s*|Warning: .*");
    private static final Map<String, String> EXTENDED_ERRNO = Map.ofEntries(
            Map.entry("mtu less than device minimum", "EINVAL"),
            Map.entry("mtu greater than device maximum", "EINVAL"),
            Map.entry("Unknown device type", "EOPNOTSUPP"),
            Map.entry("tun/tap creation via rtnetlink is not supported", "EOPNOTSUPP"),
            Map.entry("Can not enslave a bridge to a bridge", "ELOOP"),
            Map.entry("ipv4: Address already assigned", "EEXIST"),
            Map.entry("ipv6: address already assigned", "EEXIST"),
            Map.entry("ipv4: Address not found", "EADDRNOTAVAIL"),
            Map.entry("ipv6: address not found", "EADDRNOTAVAIL"),
            Map.entry("ipv4: Device not found", "ENODEV"),
            Map.entry("ipv6: Unable to find the interface", "ENODEV"),
            Map.entry("unknown ifindex", "ENODEV"),
            Map.entry(WITHOUT_IPV6, "EACCES"),
            Map.entry("IPv6 is disabled on nexthop device", "EACCES"),
            Map.entry("IPv6 is disabled on this device", "EINVAL"),
            Map.entry("Nexthop has invalid gateway or device mismatch", "EINVAL"),
            Map.entry("Nexthop device required for onlink", "ENODEV"),
            Map.entry("Egress device not specified", "EINVAL"),
            Map.entry("Device for nexthop is not up", "ENETDOWN"),
            Map.entry("Nexthop device is not up", "ENETDOWN"),
            Map.entry("Invalid prefsrc address", "EINVAL"),
            Map.entry("No link layer address given", "EINVAL"),
            Map.entry("Invalid source address", "EINVAL"),
            Map.entry("Invalid prefix for given prefix length", "EINVAL"),
            Map.entry("Invalid link address", "EINVAL"),
            Map.entry("Attribute failed policy validation", "ERANGE"),
            Map.entry("Required attributes not provided to perform the operation", "EINVAL"),
            Map.entry("IPv6 does not support RTA_VIA attribute", "EINVAL"),
            Map.entry("FIB table does not exist", "ESRCH"),
            Map.entry("Nexthop id does not exist", "EINVAL"),
            Map.entry("Unknown tcp congestion algorithm", "EINVAL"));
    private static final List<Map.Entry<Pattern, FailureKind>> HINTS = List.of(
            Map.entry(Pattern.compile("(?i).*(already|exists|in use).*"), FailureKind.EXISTS),
            Map.entry(Pattern.compile("(?i).*(not found|does not exist|doesn't exist|no such|unable to find).*"),
                    FailureKind.NOT_FOUND),
            Map.entry(Pattern.compile("(?i).*(not support|unsupported|disabled|unknown device type).*"), FailureKind.UNSUPPORTED),
            Map.entry(Pattern.compile("(?i).*(busy).*"), FailureKind.BUSY),
            Map.entry(Pattern.compile(
                    "(?i).*(invalid|illegal|wrong|range|too (long|large|small)|must|needs|can ?not|can't|is zero|is greater than).*"),
                    FailureKind.INVALID));

    /** {@return whether the program did not understand its own command line, and never asked the kernel} */
    boolean isUsage() {
        return errno.isEmpty() && kind == FailureKind.UNSUPPORTED;
    }

    /** {@return the complaint about a request in all that a program printed; the kernel has the same words for different failures} */
    static Complaint of(NetlinkRequest request, String text) {
        Complaint complaint = of(text);
        return request instanceof AddressDelete && complaint.words().equals(Optional.of(WITHOUT_IPV6))
                ? new Complaint(Optional.of(Errno.named("ENXIO")), complaint.words(), FailureKind.NOT_FOUND)
                : complaint;
    }

    /** {@return the complaint in all that a program printed} */
    static Complaint of(String text) {
        String line = text.lines().map(String::strip).filter(said -> !HARMLESS.matcher(said).matches()).findFirst().orElse("");
        if (NO_LINK.matcher(line).matches()) {
            return new Complaint(Optional.of(Errno.named("ENODEV")), Optional.empty(), FailureKind.NOT_FOUND);
        }
        if (BAD_NUMBER.matcher(line).matches()) {
            return new Complaint(Optional.empty(), Optional.of(line), FailureKind.INVALID);
        }
        if (USAGE.stream().anyMatch(pattern -> pattern.matcher(line).matches())) {
            return new Complaint(Optional.empty(), Optional.of(line), FailureKind.UNSUPPORTED);
        }
        Matcher extended = EXTENDED.matcher(line);
        return extended.matches() ? ofKernel(extended.group(1)) : ofText(line);
    }

    private static Complaint ofKernel(String words) {
        Optional<Errno> errno = Optional.ofNullable(EXTENDED_ERRNO.get(words)).map(Errno::named);
        return new Complaint(errno, Optional.of(words), guess(words));
    }

    /** The text of an errno stands last, behind what failed with it: {@code RTNETLINK answers: File exists}. */
    private static Complaint ofText(String line) {
        Optional<Errno> errno = Errno.ofText(line.substring(line.lastIndexOf(": ") + (line.contains(": ") ? 2 : 1)));
        return new Complaint(errno, errno.isPresent() || line.isEmpty() ? Optional.empty() : Optional.of(line), guess(line));
    }

    private static FailureKind guess(String words) {
        return HINTS.stream().filter(hint -> hint.getKey().matcher(words).matches()).map(Map.Entry::getValue).findFirst()
                .orElse(FailureKind.OTHER);
    }
}
