package io.podbridge.panama.rtnetlink;

import io.podbridge.panama.wire.AttributeReader;
import io.podbridge.panama.wire.MessageReader;
import io.podbridge.panama.wire.Payload;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A message as lines that can be compared: its type, its flags, its fixed header, and each attribute as the path of its numbers and its
 * bytes. The order of attributes, their padding, and the flag for nesting are no part of them.
 */
final class MessageLines {
    private static final HexFormat HEX = HexFormat.of();
    /** The attributes that hold attributes, and the size of the header before those. */
    private static final Map<String, Integer> NESTS = Map.of("link 12", 0, "link 18", 0, "link 18/2", 0, "link 18/2/1", 16,
            "link 18/5", 0, "link 26", 0, "link 26/2", 0, "link 26/10", 0, "link 52", 0, "route 8", 0);

    private final List<String> lines = new ArrayList<>();

    private MessageLines() {}

    static List<String> of(MessageReader message) {
        MessageLines said = new MessageLines();
        said.lines.add("type " + message.type());
        said.lines.add("flags " + Integer.toHexString(message.flags()));
        said.noun(message);
        return said.lines;
    }

    /** The types of the messages about one noun stand together in fours, the one that makes it first. */
    private void noun(MessageReader message) {
        switch (message.type() & ~3) {
            case Rtm.NEWLINK, Rtm.NEWLINKPROP -> payload("link ", message.payload(), Ifla.HEADER_SIZE);
            case Rtm.NEWADDR -> payload("addr ", message.payload(), Ifa.HEADER_SIZE);
            case Rtm.NEWROUTE -> payload("route ", message.payload(), Rta.HEADER_SIZE);
            case Rtm.NEWNEIGH -> payload("neigh ", message.payload(), Nda.HEADER_SIZE);
            default -> throw new IllegalArgumentException("a message of the type " + message.type());
        }
    }

    private void payload(String path, Payload payload, int headerSize) {
        if (headerSize > 0) {
            byte[] header = new byte[headerSize];
            payload.buffer().get(payload.from(), header);
            lines.add(path + "header " + HEX.formatHex(header));
        }
        AttributeReader a = payload.attributes(headerSize);
        while (a.next()) {
            String name = path + a.type();
            if (NESTS.containsKey(name)) {
                payload(name + "/", a.structure(), NESTS.get(name));
            } else {
                lines.add(name + " " + HEX.formatHex(a.bytes()));
            }
        }
    }
}
