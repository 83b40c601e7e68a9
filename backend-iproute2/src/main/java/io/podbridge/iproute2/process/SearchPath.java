package io.podbridge.iproute2.process;

import com.google.common.base.Splitter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directories in which programs are looked for, in order.
 *
 * @param directories as in the variable {@code PATH}
 */
public record SearchPath(List<Path> directories) {

    /** Keeps a copy. */
    public SearchPath {
        directories = List.copyOf(directories);
    }

    /** {@return the variable {@code PATH} of this process} */
    public static SearchPath ofEnvironment() {
        return parse(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /**
     * A path as the variable has it.
     *
     * @param text directories with colons between them; relative and empty ones are left out, since they mean another one elsewhere,
     *        and so is what is no path in the locale of this JVM
     * @return the path
     */
    public static SearchPath parse(String text) {
        return new SearchPath(
                Splitter.on(':').omitEmptyStrings().splitToStream(text).flatMap(SearchPath::directory).filter(Path::isAbsolute)
                        .toList());
    }

    private static Stream<Path> directory(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException e) {
            System.getLogger(SearchPath.class.getName()).log(System.Logger.Level.DEBUG, "the PATH has what is no path", e);
            return Stream.empty();
        }
    }

    /**
     * Looks a program up.
     *
     * @param program its name
     * @return the first executable file of that name
     */
    public Optional<Path> find(String program) {
        return directories.stream().map(directory -> directory.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }

    /** {@return the directories with colons between them} */
    @Override
    public String toString() {
        return String.join(":", directories.stream().map(Path::toString).toList());
    }
}
