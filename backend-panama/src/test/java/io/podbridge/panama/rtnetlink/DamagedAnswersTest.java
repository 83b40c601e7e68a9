package io.podbridge.panama.rtnetlink;

import io.podbridge.panama.wire.Acknowledgement;
import io.podbridge.panama.wire.GoldenMessage;
import io.podbridge.panama.wire.MessageReader;
import io.podbridge.panama.wire.Messages;
import io.podbridge.panama.wire.Netlink;
import io.podbridge.panama.wire.WireException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes, it is decoded or refused with a {@link WireException}: nothing else is thrown, and nothing goes on for ever. */
class DamagedAnswersTest {
    private static final int SEED = 20261101;
    private static final int DAMAGED_COPIES = 500;
    private static final int MOST_DAMAGED_BYTES = 8;

    @ParameterizedTest
    @MethodSource("answers")
    void refusesADatagramThatWasCutOffInsideAMessage(GoldenMessage golden) {
        List<Integer> decoded = IntStream.range(0, golden.bytes().length)
                .filter(length -> decodesOrRefuses(Arrays.copyOf(golden.bytes(), length))).boxed().toList();
        assertThat(decoded).isEqualTo(beginnings(golden));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void decodesOrRefusesAMessageThatSaysLess(GoldenMessage golden) {
        IntStream.range(Netlink.HEADER_SIZE, golden.bytes().length)
                .forEach(length -> decodesOrRefuses(Messages.shortened(golden.bytes(), length)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void decodesOrRefusesAnyBytes(GoldenMessage golden) {
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < DAMAGED_COPIES; i++) {
            byte[] damaged = golden.bytes().clone();
            for (int n = random.nextInt(MOST_DAMAGED_BYTES) + 1; n > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            refused += decodesOrRefuses(damaged) ? 0 : 1;
        }
        assertThat(refused).as("some of the damage is noticed").isPositive();
    }

    static List<GoldenMessage> answers() {
        return GoldenMessage.all("answer/");
    }

    private static List<Integer> beginnings(GoldenMessage golden) {
        List<Integer> beginnings = new ArrayList<>();
        MessageReader messages = golden.datagram();
        while (messages.next()) {
            beginnings.add(messages.payload().from() - Netlink.HEADER_SIZE);
        }
        return beginnings;
    }

    private static boolean decodesOrRefuses(byte[] datagram) {
        try {
            decodeAll(datagram);
            return true;
        } catch (WireException refused) {
            return false;
        }
    }

    private static void decodeAll(byte[] datagram) {
        MessageReader messages = new MessageReader(ByteBuffer.wrap(datagram));
        while (messages.next()) {
            decode(messages);
        }
    }

    private static void decode(MessageReader message) {
        Object decoded = switch (message.type()) {
            case Rtm.NEWLINK -> LinkDecoder.decode(message.payload());
            case Rtm.NEWADDR -> AddressDecoder.decode(message.payload());
            case Rtm.NEWROUTE -> RouteDecoder.decode(message.payload());
            case Rtm.NEWNEIGH -> NeighbourDecoder.decode(message.payload());
            default -> Acknowledgement.read(message);
        };
        assertThat(decoded).isNotNull();
    }
}
