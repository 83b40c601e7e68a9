package io.podbridge.tests.jvm;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A command that starts a JVM; immutable. The environment has no name of a backend, unless one is given. */
final class JavaCommand {
    private final ImmutableList<String> words;
    private final ImmutableMap<String, String> environment;

    private JavaCommand(List<String> words, Map<String, String> environment) {
        this.words = ImmutableList.copyOf(words);
        this.environment = ImmutableMap.copyOf(environment);
    }

    static JavaCommand on(int feature) {
        assumeTrue(Jars.REQUIRED || Jdk.ofVersion(feature).isPresent(),
                "there is no JDK " + feature + " beside the one that runs this");
        return new JavaCommand(List.of(Jdk.ofVersion(feature).orElseThrow().java()), Map.of());
    }

    JavaCommand with(String... more) {
        return new JavaCommand(ImmutableList.<String>builder().addAll(words).add(more).build(), environment);
    }

    JavaCommand environment(String variable, String value) {
        return new JavaCommand(words,
                ImmutableMap.<String, String>builder().putAll(environment).put(variable, value).buildKeepingLast());
    }

    JavaCommand classPath(Collection<Path> jars, String main) {
        return with("--class-path", joined(jars), main);
    }

    JavaCommand modulePath(Collection<Path> jars, String main) {
        return with("--module-path", joined(jars), "--module", main);
    }

    /** Runs as a user without any capability. */
    JavaCommand asNobody() {
        ImmutableList<String> nobody = ImmutableList.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                "--inh-caps=-all");
        return new JavaCommand(ImmutableList.<String>builder().addAll(nobody).addAll(words).build(), environment);
    }

    JavaRun run(Path scratch) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(words);
        process.environment().remove("PODBRIDGE_BACKEND");
        process.environment().putAll(environment);
        return JavaRun.of(scratch, process);
    }

    private static String joined(Collection<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(":"));
    }
}
