package io.podbridge.journal.codec;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.NumberCodec;
import io.podbridge.netlink.model.NextHop;

final class NextHopCodec extends JsonObjectCodec<NextHop> {
    private static final RawAttributeCodec ENCAP = new RawAttributeCodec();

    @Override
    protected void writeFields(NextHop hop, JsonObjectWriter object) {
        object.putIfPresent("linkIndex", hop.linkIndex())
                .putIfPresent("gateway", hop.gateway(), Scalars.IP_ADDRESS)
                .put("weight", hop.weight(), NumberCodec.INT)
                .put("flags", hop.flags(), NumberCodec.BITS)
                .putIfPresent("encap", hop.encap(), ENCAP);
    }

    @Override
    protected NextHop readFields(JsonFields fields) {
        NextHop.Builder hop = NextHop.builder()
                .weight(fields.get("weight", NumberCodec.INT))
                .flags(fields.get("flags", NumberCodec.BITS));
        fields.findInt("linkIndex").ifPresent(hop::linkIndex);
        fields.find("gateway", Scalars.IP_ADDRESS).ifPresent(hop::gateway);
        fields.find("encap", ENCAP).ifPresent(hop::encap);
        return hop.build();
    }
}
