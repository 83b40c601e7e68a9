package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.file.Path;

/** The program under {@code src/test/resources/consumer}, which embeds the library: its jar runs on class path and module path. */
final class Consumer {
    static final String CHOOSE = "example.Choose";
    static final String SURVEY = "example.Survey";
    static final String PLAN = "example.Plan";

    private Consumer() {}

    static Path jar(Path folder) throws IOException {
        return SmallJar.compiled(Jars.sources("consumer"), folder, Jars.toCompileWith()).write(folder.resolve("consumer.jar"));
    }
}
