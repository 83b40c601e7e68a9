package io.podbridge.testkit.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the kernel takes for a setting, and what it makes of it ({@code proc_dointvec_minmax} and its kin). */
final class SettingType {
    private static final Pattern NUMBER = Pattern.compile("(-?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))");
    private static final String WHITE_SPACE = "[ \t\n]+";
    private static final int LEAST_IPV6_MTU = 1280;
    private static final int LEAST_PORT = 1024;
    private static final int MOST_PORT = 65_535;
    private static final SettingType NUMBERS = between(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final SettingType BYTE = between(0, 255);
    private static final SettingType SWITCH = new SettingType(NUMBERS.takes, number -> number == 0 ? 0 : 1);
    private static final SettingType PORTS = new SettingType(
            ports -> ports.get(0) >= LEAST_PORT && ports.get(0) <= ports.get(1) && ports.get(1) <= MOST_PORT, port -> port);
    /** The third one makes addresses of a secret, which has to be set first. */
    private static final SettingType GEN_MODE_OF_A_LINK = new SettingType(modes -> List.of(0L, 1L, 3L).containsAll(modes),
            mode -> mode);

    private final Predicate<List<Long>> takes;
    private final LongUnaryOperator keeps;

    private SettingType(Predicate<List<Long>> takes, LongUnaryOperator keeps) {
        this.takes = takes;
        this.keeps = keeps;
    }

    private static SettingType between(long least, long most) {
        return new SettingType(numbers -> numbers.stream().allMatch(number -> number >= least && number <= most),
                number -> number);
    }

    /** The type of a setting by its name, in places of a link by what that link allows. */
    static SettingType of(String name, Optional<Device> device) {
        return switch (name) {
            case "mtu" -> between(LEAST_IPV6_MTU, device.map(link -> link.mtu).orElse(Integer.MAX_VALUE));
            case "addr_gen_mode" -> device.isPresent() ? GEN_MODE_OF_A_LINK : between(0, 3);
            case "hop_limit", "net/ipv4/ip_default_ttl" -> between(1, 255);
            case "ndisc_evict_nocarrier" -> between(0, 1);
            case "router_solicitations" -> between(-1, Integer.MAX_VALUE);
            case "net/ipv4/ip_nonlocal_bind", "net/ipv6/ip_nonlocal_bind", "net/ipv6/bindv6only" -> BYTE;
            case "net/ipv4/ip_local_port_range" -> PORTS;
            case "net/bridge/bridge-nf-call-iptables", "net/bridge/bridge-nf-call-ip6tables",
                    "net/bridge/bridge-nf-call-arptables" ->
                SWITCH;
            default -> NUMBERS;
        };
    }

    /** What is read afterwards; absent if it is refused. What stands behind the last number that there is room for is not looked at. */
    Optional<String> taken(String written, String before) {
        List<Long> numbers = Stream.of(before.split(WHITE_SPACE, -1)).map(Long::valueOf)
                .collect(Collectors.toCollection(ArrayList::new));
        String[] words = written.strip().split(WHITE_SPACE, -1);
        for (int i = 0; i < Math.min(numbers.size(), words.length); i++) {
            Optional<BigInteger> number = number(words[i]);
            if (number.isEmpty() || number.get().bitLength() >= Long.SIZE) {
                return Optional.empty();
            }
            numbers.set(i, number.get().longValueExact());
        }
        return takes.test(numbers)
                ? Optional.of(numbers.stream().map(number -> Long.toString(keeps.applyAsLong(number)))
                        .collect(Collectors.joining("\t")))
                : Optional.empty();
    }

    /** As C writes it: hexadecimal behind 0x, octal behind 0. */
    private static Optional<BigInteger> number(String word) {
        Matcher parts = NUMBER.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String hexadecimal = parts.group(2);
        String octal = parts.group(3);
        BigInteger size = hexadecimal != null
                ? new BigInteger(hexadecimal, 16)
                : octal != null ? new BigInteger(octal, 8) : new BigInteger(parts.group(4));
        return Optional.of(parts.group(1).isEmpty() ? size : size.negate());
    }
}
