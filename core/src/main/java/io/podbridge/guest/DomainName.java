package io.podbridge.guest;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;

/** The syntax of names that a guest is told: they come from a pod, and end in the configuration of programs. */
final class DomainName {
    private static final CharMatcher LETTER_OR_DIGIT = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'));
    private static final CharMatcher OF_HOST = LETTER_OR_DIGIT.or(CharMatcher.is('-'));
    private static final CharMatcher OF_DOMAIN = OF_HOST.or(CharMatcher.is('_'));
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private DomainName() {}

    /** {@return whether it is a name of a host (RFC 1123), in one label or several} */
    static boolean isHost(String name) {
        return isName(name, OF_HOST) && labels(name).stream()
                .noneMatch(label -> label.startsWith("-") || label.endsWith("-"));
    }

    /** {@return whether it is a name of a domain, without a final dot; unlike hosts they have an underscore now and then} */
    static boolean isDomain(String name) {
        return isName(name, OF_DOMAIN);
    }

    private static boolean isName(String name, CharMatcher letters) {
        return name.length() <= LONGEST && labels(name).stream()
                .allMatch(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL && letters.matchesAllOf(label));
    }

    private static List<String> labels(String name) {
        return Splitter.on('.').splitToList(name);
    }
}
