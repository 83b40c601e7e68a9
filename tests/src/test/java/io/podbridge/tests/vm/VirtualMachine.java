package io.podbridge.tests.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** An emulated machine with Debian's kernel that sees the files of this one. What it writes to them is lost, but for its own directory. */
final class VirtualMachine {
    private final Path directory;
    private final DebianKernel kernel;

    VirtualMachine(Path directory) throws IOException, InterruptedException {
        this.directory = Files.createDirectories(directory);
        this.kernel = DebianKernel.fetch(directory);
    }

    /** {@return the exit code of a command that was run there as root, where whatever a test needs has to be there} */
    int run(List<String> command) throws IOException, InterruptedException {
        String words = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Files.writeString(directory.resolve("command"),
                "export CI=true HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin\ncd '"
                        + Path.of("").toAbsolutePath() + "'\nexec " + words);
        Path complaints = directory.resolve("complaints");
        int exit = new ProcessBuilder(kernel.command("run.sh", directory.toString())).redirectErrorStream(true)
                .redirectOutput(complaints.toFile()).start().waitFor();
        assertThat(complaints).as("what run.sh complains of").isEmptyFile();
        return exit;
    }

    /** {@return the lines that it printed} */
    List<String> output() throws IOException {
        return Files.readAllLines(directory.resolve("output"));
    }
}
