package io.podbridge.tests.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents refer to, and what they tell people to type, is there. */
class DocumentsTest {
    /** Of java, jfr and dnsmasq. */
    private static final Set<String> OPTIONS_OF_OTHERS = Set.of("--enable-native-access", "--add-modules", "--events",
            "--keep-in-foreground", "--pid-file", "--conf-file");
    private static final Set<String> OPTIONS_OF_ALL = Set.of("--help", "--version");

    static List<Page> pages() {
        return Page.all();
    }

    @Test
    void allPagesAreLookedAt() {
        assertThat(pages()).extracting(Page::toString).contains("README.md", "docs/cni.md", "benchmarks/README.md",
                "examples/README.md");
        assertThat(ProgramHelp.options()).hasSizeGreaterThan(9)
                .allSatisfy((command, options) -> assertThat(options).contains("--json", "--help"));
        assertThat(Page.all().stream().flatMap(page -> page.calls().stream())).hasSizeGreaterThan(10);
        assertThat(Page.all().stream().flatMap(page -> page.properties().stream())).hasSizeGreaterThan(10);
        assertThat(Page.all().stream().flatMap(page -> page.profiles().stream())).contains("long", "vm", "release");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatItRefersToIsThere(Page page) {
        assertThat(page.brokenLinks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theOptionsThatItShowsAreThose(Page page) {
        Map<String, Set<String>> known = ProgramHelp.options();
        Set<String> all = Stream.concat(Stream.of(OPTIONS_OF_OTHERS, OPTIONS_OF_ALL), known.values().stream())
                .flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(all).containsAll(Page.options(page.text()));
        assertThat(page.calls()).allSatisfy(call -> assertThat(known.get(call.command())).as(call.toString()).isNotNull()
                .containsAll(call.options()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePropertiesAndProfilesThatItNamesAreReadByTheBuild(Page page) {
        assertThat(BuildProperties.KNOWN).containsAll(page.properties());
        assertThat(BuildProperties.PROFILES).containsAll(page.profiles());
    }
}
