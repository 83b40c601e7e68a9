package io.podbridge.testkit;

import io.podbridge.testkit.kernel.KernelRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KernelRuleTest {
    private static final Path SOURCES = Path.of(System.getProperty("podbridge.root"),
            "testkit/src/main/java/io/podbridge/testkit");
    private static final Pattern USE = Pattern.compile("KernelRule\\.([A-Z0-9_]+)");

    @Test
    void eachRuleIsHeededAtOnePlace() throws IOException {
        Map<String, Long> uses = sources().stream().flatMap(source -> USE.matcher(source).results())
                .collect(Collectors.groupingBy((MatchResult use) -> use.group(1), Collectors.counting()));

        assertThat(KernelRule.values()).hasSizeGreaterThan(75);
        assertThat(uses).isEqualTo(Arrays.stream(KernelRule.values()).collect(Collectors.toMap(KernelRule::name, rule -> 1L)));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(KernelRuleTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
