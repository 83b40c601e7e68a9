package io.podbridge.tests.vm;

import com.google.common.collect.ImmutableList;
import io.podbridge.tests.documents.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Debian's kernel in a cache, and the scripts that boot it. */
public final class DebianKernel {
    /** The property that says where the cache is; without it there is none. */
    public static final String CACHE = "podbridge.vm.cache";
    private static final Path SCRIPTS = SourceTree.at("tests/src/vm");

    private final Path cache;

    private DebianKernel(Path cache) {
        this.cache = cache;
    }

    /**
     * Fetches it, unless that has been done.
     *
     * @param directory where the script can leave what it has to say
     */
    public static DebianKernel fetch(Path directory) throws IOException, InterruptedException {
        DebianKernel kernel = new DebianKernel(Path.of(System.getProperty(CACHE)));
        Path said = directory.resolve("fetched");
        int exit = new ProcessBuilder(kernel.command("fetch.sh")).redirectErrorStream(true).redirectOutput(said.toFile()).start()
                .waitFor();
        assertThat(exit).as("exit code of fetch.sh, which says: %s", Files.readString(said)).isZero();
        return kernel;
    }

    /** {@return the command line of a script that takes the cache first} */
    public String[] command(String script, String... arguments) {
        return ImmutableList.<String>builder().add(SCRIPTS.resolve(script).toString(), cache.toString()).add(arguments).build()
                .toArray(String[]::new);
    }
}
