package io.podbridge.journal.codec;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.ListCodec;
import io.podbridge.journal.json.NumberCodec;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.RawAttribute;
import java.util.HexFormat;

/** The payload is in hexadecimal. */
final class RawAttributeCodec extends JsonObjectCodec<RawAttribute> {
    static final ListCodec<RawAttribute> LIST = new ListCodec<>(new RawAttributeCodec());

    private static final TextCodec<byte[]> HEX = new TextCodec<>(HexFormat.of()::formatHex, HexFormat.of()::parseHex);

    @Override
    protected void writeFields(RawAttribute attribute, JsonObjectWriter object) {
        object.put("type", attribute.type(), NumberCodec.INT).put("payload", attribute.payload(), HEX);
    }

    @Override
    protected RawAttribute readFields(JsonFields fields) {
        return new RawAttribute(fields.get("type", NumberCodec.INT), fields.get("payload", HEX));
    }
}
