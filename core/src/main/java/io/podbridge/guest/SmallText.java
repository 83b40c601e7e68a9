package io.podbridge.guest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A text that is not read beyond what such a text can sensibly have. */
final class SmallText {

    private SmallText() {}

    /** What is no UTF-8 is replaced, since it is wrong in all that is read so and is told as such. */
    static String read(InputStream stream, int mostBytes) throws IOException {
        byte[] bytes = stream.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new IOException("the file has more than " + mostBytes + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
