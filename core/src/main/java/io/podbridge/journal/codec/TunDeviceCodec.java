package io.podbridge.journal.codec;

import io.podbridge.journal.json.BoolCodec;
import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.netlink.model.TunDevice;

final class TunDeviceCodec extends JsonObjectCodec<TunDevice> {

    @Override
    protected void writeFields(TunDevice tun, JsonObjectWriter object) {
        object.put("tap", tun.tap(), BoolCodec.BOOL)
                .putIfPresent("owner", tun.owner())
                .putIfPresent("group", tun.group())
                .put("multiQueue", tun.multiQueue(), BoolCodec.BOOL)
                .put("vnetHeader", tun.vnetHeader(), BoolCodec.BOOL)
                .put("persistent", tun.persistent(), BoolCodec.BOOL);
    }

    @Override
    protected TunDevice readFields(JsonFields fields) {
        return TunDevice.builder().tap(fields.get("tap", BoolCodec.BOOL)).owner(fields.findLong("owner"))
                .group(fields.findLong("group"))
                .multiQueue(fields.get("multiQueue", BoolCodec.BOOL)).vnetHeader(fields.get("vnetHeader", BoolCodec.BOOL))
                .persistent(fields.get("persistent", BoolCodec.BOOL)).build();
    }
}
