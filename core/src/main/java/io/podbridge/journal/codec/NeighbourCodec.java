package io.podbridge.journal.codec;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.NumberCodec;
import io.podbridge.netlink.model.Neighbour;

final class NeighbourCodec extends JsonObjectCodec<Neighbour> {
    /** A proxy entry can be one for every link: 0. */
    private static final NumberCodec<Integer> LINK_INDEX_OR_ALL = NumberCodec.ofInts(0, Integer.MAX_VALUE);

    @Override
    protected void writeFields(Neighbour neighbour, JsonObjectWriter object) {
        object.put("linkIndex", neighbour.linkIndex(), LINK_INDEX_OR_ALL)
                .put("address", neighbour.address(), Scalars.IP_ADDRESS)
                .putIfPresent("hardwareAddress", neighbour.hardwareAddress(), Scalars.HARDWARE_ADDRESS)
                .put("state", neighbour.state(), NumberCodec.BITS)
                .put("flags", neighbour.flags(), NumberCodec.BITS)
                .putIfPresent("protocol", neighbour.protocol())
                .put("unknownAttributes", neighbour.unknownAttributes(), RawAttributeCodec.LIST);
    }

    @Override
    protected Neighbour readFields(JsonFields fields) {
        Neighbour.Builder neighbour = Neighbour
                .builder(fields.get("linkIndex", LINK_INDEX_OR_ALL), fields.get("address", Scalars.IP_ADDRESS))
                .state(fields.get("state", NumberCodec.BITS))
                .flags(fields.get("flags", NumberCodec.BITS))
                .unknownAttributes(fields.get("unknownAttributes", RawAttributeCodec.LIST));
        fields.find("hardwareAddress", Scalars.HARDWARE_ADDRESS).ifPresent(neighbour::hardwareAddress);
        fields.findInt("protocol").ifPresent(neighbour::protocol);
        return neighbour.build();
    }
}
