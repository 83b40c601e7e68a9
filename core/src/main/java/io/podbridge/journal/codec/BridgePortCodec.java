package io.podbridge.journal.codec;

import io.podbridge.journal.json.BoolCodec;
import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.NumberCodec;
import io.podbridge.netlink.model.BridgePort;

final class BridgePortCodec extends JsonObjectCodec<BridgePort> {

    @Override
    protected void writeFields(BridgePort port, JsonObjectWriter object) {
        object.put("state", port.state(), NumberCodec.INT).put("learning", port.learning(), BoolCodec.BOOL);
    }

    @Override
    protected BridgePort readFields(JsonFields fields) {
        return new BridgePort(fields.get("state", NumberCodec.INT), fields.get("learning", BoolCodec.BOOL));
    }
}
