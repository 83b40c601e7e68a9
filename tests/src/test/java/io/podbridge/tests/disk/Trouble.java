package io.podbridge.tests.disk;

import io.podbridge.BindingException;
import io.podbridge.JournalException;
import io.podbridge.RefusedException;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.tests.matrix.ChangingVerb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What can befall the directory of journals. */
enum Trouble {
    /** Its file system has no block left; what is there can still be deleted. */
    FULL("No space left on device") {
        @Override
        void begin(Path directory) {
            assertThatThrownBy(() -> fill(filler(directory))).hasMessageContaining(words());
        }

        @Override
        void end(Path directory) throws IOException {
            Files.delete(filler(directory));
        }

        @Override
        Optional<Class<? extends BindingException>> expected(ChangingVerb verb, boolean begun) {
            return verb == ChangingVerb.RELEASE && begun ? Optional.empty() : Optional.of(JournalException.class);
        }
    },
    /** It can be read and nothing else. */
    READ_ONLY("Read-only file system") {
        @Override
        void begin(Path directory) {
            TestNamespace.runOutside("mount", "--bind", "-o", "ro", directory.toString(), directory.toString());
        }

        @Override
        void end(Path directory) {
            TestNamespace.runOutside("umount", directory.toString());
        }
    },
    /** It is another user's, and nobody else may enter it. */
    NOT_OURS("it belongs to user 65534, neither to the caller, 0, nor to root") {
        @Override
        void begin(Path directory) throws IOException {
            Files.setAttribute(directory, "unix:uid", NOBODY);
        }

        @Override
        void end(Path directory) throws IOException {
            Files.setAttribute(directory, "unix:uid", 0);
        }
    },
    /** Somebody has removed it. What podbridge knows it writes again; without what was known before it does nothing. */
    GONE("journal") {
        @Override
        void begin(Path directory) throws IOException {
            Files.move(directory, away(directory));
        }

        @Override
        void end(Path directory) throws IOException {
            if (has(directory, "*.json")) {
                remove(away(directory));
            } else {
                remove(directory);
                Files.move(away(directory), directory);
            }
        }

        @Override
        Optional<Class<? extends BindingException>> expected(ChangingVerb verb, boolean begun) {
            return verb == ChangingVerb.RELEASE && !begun ? Optional.of(RefusedException.class) : Optional.empty();
        }
    };

    private static final int NOBODY = 65534;

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** {@return what the error says of it} */
    String words() {
        return words;
    }

    abstract void begin(Path directory) throws IOException;

    abstract void end(Path directory) throws IOException;

    /** {@return how the verb fails, if it does; it has begun when the journal says that the kernel may be touched} */
    Optional<Class<? extends BindingException>> expected(ChangingVerb verb, boolean begun) {
        return Optional.of(JournalException.class);
    }

    /** Goes on until the kernel refuses: what it says of the room that is left is only nearly right. */
    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        }
    }

    private static Path filler(Path directory) {
        return directory.resolveSibling("filler");
    }

    private static Path away(Path directory) {
        return directory.resolveSibling("away");
    }

    private static boolean has(Path directory, String glob) throws IOException {
        if (Files.notExists(directory)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            return files.iterator().hasNext();
        }
    }

    private static void remove(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
