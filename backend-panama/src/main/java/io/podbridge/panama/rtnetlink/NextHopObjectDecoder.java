package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.panama.wire.AttributeReader;
import io.podbridge.panama.wire.Payload;
import java.util.Optional;
import java.util.OptionalInt;

/** Decodes RTM_NEWNEXTHOP. */
public final class NextHopObjectDecoder {
    /** Length of {@code struct nhmsg} in bytes. */
    private static final int HEADER_SIZE = 8;
    /** {@code NHA_ID}. */
    private static final int ID = 1;
    /** {@code NHA_OIF}. */
    private static final int OIF = 5;

    private NextHopObjectDecoder() {}

    /**
     * Decodes a next-hop object.
     *
     * @param payload what follows the header of an RTM_NEWNEXTHOP
     * @return the object
     * @throws io.podbridge.panama.wire.WireException if lengths do not fit, or there is no number
     */
    public static Optional<NextHopObject> decode(Payload payload) {
        payload.require(HEADER_SIZE);
        Optional<Long> id = Optional.empty();
        OptionalInt link = OptionalInt.empty();
        AttributeReader a = payload.attributes(HEADER_SIZE);
        while (a.next()) {
            if (a.type() == ID) {
                id = Optional.of(a.u32());
            } else if (a.type() == OIF) {
                link = OptionalInt.of(a.s32());
            }
        }
        return Optional.of(new NextHopObject(Wire.present(id, "a next-hop object without NHA_ID"), link));
    }
}
