package io.podbridge.tests.jvm;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/** The Java that runs this test, for programs among the tests that need a process of their own and little of it. */
public final class ThisJava {

    private ThisJava() {}

    /** {@return a command line that runs a class of the class path} */
    public static ImmutableList<String> command(Class<?> main, String... arguments) {
        return ImmutableList.<String>builder()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto", "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main.getName())
                .add(arguments).build();
    }
}
