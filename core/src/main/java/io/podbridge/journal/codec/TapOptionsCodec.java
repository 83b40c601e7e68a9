package io.podbridge.journal.codec;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.NumberCodec;
import io.podbridge.netlink.request.TapOptions;

final class TapOptionsCodec extends JsonObjectCodec<TapOptions> {

    @Override
    protected void writeFields(TapOptions tap, JsonObjectWriter object) {
        object.putIfPresent("owner", tap.owner())
                .putIfPresent("group", tap.group())
                .put("queues", tap.queues(), NumberCodec.INT);
    }

    @Override
    protected TapOptions readFields(JsonFields fields) {
        return new TapOptions(fields.findInt("owner"), fields.findInt("group"), fields.get("queues", NumberCodec.INT));
    }
}
