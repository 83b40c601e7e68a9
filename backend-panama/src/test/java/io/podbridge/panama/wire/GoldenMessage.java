package io.podbridge.panama.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bytes that the real tool sent or the real kernel answered, with the command that made them. The folder's README tells how they were
 * captured.
 *
 * @param name the file, such as {@code answer/link-veth}
 * @param command the command
 * @param bytes one datagram, mostly of one message
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares or keeps these.
public record GoldenMessage(String name, String command, byte[] bytes) {
    private static final String COMMENT = "# ";
    private static final String SUFFIX = ".hex";

    /**
     * Reads a file.
     *
     * @param name such as {@code answer/link-veth}
     * @return what is in it
     */
    public static GoldenMessage of(String name) {
        List<String> lines = lines(folder().resolve(name + SUFFIX));
        String hex = lines.stream().filter(line -> !line.startsWith(COMMENT)).collect(Collectors.joining())
                .replace(" ", "");
        return new GoldenMessage(name, lines.get(0).substring(COMMENT.length()), HexFormat.of().parseHex(hex));
    }

    /**
     * Reads all files whose names begin so.
     *
     * @param prefix such as {@code answer/link-}
     * @return what is in them
     */
    public static List<GoldenMessage> all(String prefix) {
        Path folder = folder();
        try (Stream<Path> files = Files.walk(folder)) {
            List<GoldenMessage> found = files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
                    .map(name -> of(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted((a, b) -> a.name().compareTo(b.name())).toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("no golden messages: " + prefix);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a reader before the first message} */
    public MessageReader datagram() {
        return new MessageReader(ByteBuffer.wrap(bytes));
    }

    /** {@return a reader that stands on the first message} */
    public MessageReader message() {
        return Messages.first(bytes);
    }

    /** {@return what follows the header of the first message} */
    public Payload payload() {
        return message().payload();
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(GoldenMessage.class.getResource("/golden")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
