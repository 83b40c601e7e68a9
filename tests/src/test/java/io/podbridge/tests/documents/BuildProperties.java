package io.podbridge.tests.documents;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build can be told with {@code -D} and {@code -P}. */
final class BuildProperties {
    private static final Pattern IN_SOURCES = Pattern.compile("\"(podbridge\\.[\\w.]+)\"");
    private static final Pattern IN_POM = Pattern.compile("\\$\\{([\\w.]+)}");
    private static final Pattern PROFILE = Pattern.compile("<profile>\\s*(?:<!--.*?-->\\s*)?<id>(\\w+)</id>", Pattern.DOTALL);
    /** Those of Maven and its plugins, and of Java itself. */
    private static final Set<String> OF_OTHERS = Set.of("jdk.lang.Process.launchMechanism", "skipTests", "test",
            "surefire.failIfNoSpecifiedTests",
            "altDeploymentRepository", "mdep.outputFile", "includeScope");

    /** Those that somebody reads. */
    static final Set<String> KNOWN = Stream
            .of(OF_OTHERS.stream(), found(IN_SOURCES, ".java"), found(IN_POM, "pom.xml")).flatMap(each -> each)
            .collect(Collectors.toSet());
    static final Set<String> PROFILES = found(PROFILE, "pom.xml").collect(Collectors.toSet());

    private BuildProperties() {}

    private static Stream<String> found(Pattern pattern, String ending) {
        return SourceTree.files("", ending).stream().filter(BuildProperties::isSource)
                .flatMap(file -> pattern.matcher(SourceTree.text(file)).results()).map(found -> found.group(1));
    }

    private static boolean isSource(Path file) {
        return !file.toString().contains("/target/");
    }
}
