package io.podbridge.tests.fuzz;

import io.podbridge.panama.rtnetlink.AddressDecoder;
import io.podbridge.panama.rtnetlink.LinkDecoder;
import io.podbridge.panama.rtnetlink.NeighbourDecoder;
import io.podbridge.panama.rtnetlink.NextHopObjectDecoder;
import io.podbridge.panama.rtnetlink.RouteDecoder;
import io.podbridge.panama.rtnetlink.Rtm;
import io.podbridge.panama.wire.Acknowledgement;
import io.podbridge.panama.wire.MessageReader;
import io.podbridge.panama.wire.WireException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The decoder of netlink messages, with what a kernel answered. */
final class WireTarget implements Target {
    /** {@code RTM_NEWNEXTHOP}, two before the request for one. */
    private static final int NEWNEXTHOP = Rtm.GETNEXTHOP - 2;

    private final List<byte[]> corpus = Samples.under("backend-panama/src/test/resources/golden/answer", ".hex").stream()
            .map(WireTarget::bytes).toList();

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(
                hex.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining()).replace(" ", ""));
    }

    @Override
    public List<byte[]> corpus() {
        return corpus;
    }

    /** Half of the messages say how long they are, so that what is inside is looked at. */
    @Override
    public byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] damaged = Damage.once(whole, corpus, random);
        if (random.nextBoolean() && damaged.length >= Integer.BYTES) {
            ByteBuffer.wrap(damaged).order(ByteOrder.nativeOrder()).putInt(0, damaged.length);
        }
        return damaged;
    }

    @Override
    public boolean takes(byte[] input) {
        try {
            MessageReader messages = new MessageReader(ByteBuffer.wrap(input));
            while (messages.next()) {
                decode(messages);
            }
            return true;
        } catch (WireException e) {
            return false;
        }
    }

    private static Object decode(MessageReader message) {
        return switch (message.type()) {
            case Rtm.NEWLINK -> LinkDecoder.decode(message.payload());
            case Rtm.NEWADDR -> AddressDecoder.decode(message.payload());
            case Rtm.NEWROUTE -> RouteDecoder.decode(message.payload());
            case Rtm.NEWNEIGH -> NeighbourDecoder.decode(message.payload());
            case NEWNEXTHOP -> NextHopObjectDecoder.decode(message.payload());
            default -> Acknowledgement.read(message);
        };
    }
}
