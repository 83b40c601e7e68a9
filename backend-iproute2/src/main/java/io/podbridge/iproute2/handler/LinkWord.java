package io.podbridge.iproute2.handler;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.Command;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The word by which a link is told to {@code ip(8)}. Names move from link to link, and a long-lived process remembers old ones; so it is
 * {@code if} and the index, which ip(8) takes where no link has such a name, with more digits than a name has room for and with an end
 * that nobody can guess, so that no alternative name is like it either.
 */
final class LinkWord {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String end = HexFormat.of().toHexDigits(RANDOM.nextInt());

    String of(int index) {
        return String.format("if%016d-%s", index, end);
    }

    LinkId link(LinkId id) {
        return id.named(of(id.index()));
    }

    /** {@return the command with the link of this index in it, wherever its first {@code dev} named one} */
    Command inside(Command command, int index) {
        List<String> words = new ArrayList<>(command.arguments());
        words.set(words.indexOf("dev") + 1, of(index));
        return new Command(words);
    }
}
