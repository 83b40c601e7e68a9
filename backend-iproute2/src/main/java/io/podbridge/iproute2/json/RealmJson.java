package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.RawAttribute;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The realms of a route: the model has no place for them but the attribute itself, {@code RTA_FLOW}. */
final class RealmJson {
    private static final int RTA_FLOW = 11;
    private static final int LARGEST = 0xffff;

    private RealmJson() {}

    /** The source's realm is the upper half. */
    static Optional<RawAttribute> read(Fields route) {
        return route.object("flow").map(flow -> {
            long from = flow.number("from", LARGEST).orElse(0);
            long to = flow.number("to", LARGEST).orElse(0);
            ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt((int) (from << 16 | to));
            return new RawAttribute(RTA_FLOW, bytes.array());
        });
    }
}
