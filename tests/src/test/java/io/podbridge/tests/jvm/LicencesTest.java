package io.podbridge.tests.jvm;

import io.podbridge.tests.documents.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is published says what it is made of, and nothing in it asks more of a user than podbridge's own licence does. */
class LicencesTest {
    private static final String OWN = "Apache-2.0";
    /** The testkit is written for JUnit, which a user chooses and brings. */
    private static final Set<String> OF_JUNIT = Set.of("org.junit.jupiter:junit-jupiter-api",
            "org.junit.platform:junit-platform-commons");

    static List<Path> published() {
        return Jars.published();
    }

    @ParameterizedTest
    @MethodSource("published")
    void ofEveryLibraryAreAsFreeAsOurs(Path jar) throws IOException {
        assertThat(BillOfMaterials.of(jar).components()).isNotEmpty().allSatisfy(component -> assertThat(component.licences())
                .containsExactly(OF_JUNIT.contains(component.name()) ? "EPL-2.0" : OWN));
    }

    @Test
    void ofAllInTheExecutableJarAreToldByTheNotice() throws IOException {
        Set<String> brought = BillOfMaterials.of(Jars.cli()).components().stream().map(BillOfMaterials.Component::name)
                .filter(name -> !name.startsWith("io.podbridge:")).collect(Collectors.toSet());
        Set<String> told = SourceTree.text("NOTICE").lines().filter(line -> line.startsWith("  "))
                .map(String::strip).collect(Collectors.toSet());
        assertThat(told).isEqualTo(brought);
    }

    static Stream<Path> jars() {
        return Stream.concat(Jars.published().stream(), Stream.of(Jars.executable()));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void areInEachJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String name : List.of("LICENSE", "NOTICE")) {
                assertThat(file.getInputStream(file.getEntry("META-INF/" + name)))
                        .hasBinaryContent(Files.readAllBytes(SourceTree.at(name)));
            }
        }
    }
}
