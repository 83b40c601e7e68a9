package io.podbridge.tests.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** An emulated machine with Debian's kernel that sees the files of this one. What it writes to them is lost, but for its own directory. */
final class VirtualMachine {
    private static final Path ROOT = Path.of(System.getProperty("podbridge.root"));
    private static final Path SCRIPTS = ROOT.resolve("tests/src/vm");

    private final Path cache;
    private final Path directory;

    /** Fetches the kernel, unless that has been done. */
    VirtualMachine(Path directory) throws IOException, InterruptedException {
        this.cache = Path.of(System.getProperty("podbridge.vm.cache"));
        this.directory = Files.createDirectories(directory);
        assertThat(host("fetch.sh", cache.toString())).as("exit code of fetch.sh, which says: %s", said()).isZero();
    }

    /** {@return the exit code of a command that was run there as root, where whatever a test needs has to be there} */
    int run(List<String> command) throws IOException, InterruptedException {
        String words = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Files.writeString(directory.resolve("command"),
                "export CI=true HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin\nexec " + words);
        int exit = host("run.sh", cache.toString(), directory.toString());
        assertThat(said()).as("what run.sh complains of").isEmpty();
        return exit;
    }

    /** {@return the lines that it printed} */
    List<String> output() throws IOException {
        return Files.readAllLines(directory.resolve("output"));
    }

    private int host(String script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(SCRIPTS.resolve(script).toString());
        process.command().addAll(List.of(arguments));
        return process.redirectErrorStream(true).redirectOutput(directory.resolve("said").toFile()).start().waitFor();
    }

    private String said() throws IOException {
        return Files.readString(directory.resolve("said"));
    }
}
