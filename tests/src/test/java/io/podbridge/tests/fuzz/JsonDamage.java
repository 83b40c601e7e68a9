package io.podbridge.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts other words in the place of words of a JSON text, which stays one more often than not. */
final class JsonDamage {
    private static final Pattern WORD = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9]+|true|false|null|[\\[\\]{},:]");
    private static final List<String> WORDS = List.of("0", "-1", "1", "15", "16", "32", "33", "128", "129", "255", "256", "65535",
            "65536", "2147483647", "2147483648", "-2147483648", "4294967295", "4294967296", "9223372036854775807",
            "9223372036854775808", "-9223372036854775808", "99999999999999999999999999", "1e400", "-0.0", "0.5", "1e-3", "NaN",
            "null", "true", "false", "[]", "{}", "[[]]", "\"\"", "\"-\"", "\"--help\"", "\"..\"", "\"../../etc/passwd\"",
            "\"\\u0000\"", "\"a\\nb\"", "\"\\ud800\"", "\"0x\"", "\"0xffffffffffffffff\"", "\"-0x1\"", "\"0.0.0.0\"",
            "\"1.2.3.4.5\"", "\"::\"", "\"::ffff:1.2.3.4\"", "\"10.0.0.0/33\"", "\"/\"", "\"%s%n\"", "\"eth0\"", "\"default\"",
            "\"all\"", "\"ff:ff\"", "\"2026-13-45T00:00:00Z\"", "\"+1000000000-01-01T00:00:00Z\"", "[".repeat(500),
            "{\"a\":".repeat(500));

    private JsonDamage() {}

    /** Three times of four so, else at any byte. */
    static byte[] mostly(byte[] bytes, List<byte[]> corpus, SplittableRandom random) {
        return random.nextInt(4) > 0 ? once(bytes, random) : Damage.once(bytes, corpus, random);
    }

    static byte[] once(byte[] bytes, SplittableRandom random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher word = WORD.matcher(text);
        if (!word.find(random.nextInt(text.length() + 1))) {
            return bytes;
        }
        String other = random.nextInt(3) > 0 ? WORDS.get(random.nextInt(WORDS.size())) : wordFrom(text, random);
        return (text.substring(0, word.start()) + other + text.substring(word.end())).getBytes(StandardCharsets.UTF_8);
    }

    /** Another word of the same text, so that keys are told twice and values change places. */
    private static String wordFrom(String text, SplittableRandom random) {
        Matcher word = WORD.matcher(text);
        return word.find(random.nextInt(text.length())) ? word.group() : "0";
    }
}
