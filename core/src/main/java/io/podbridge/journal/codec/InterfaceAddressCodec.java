package io.podbridge.journal.codec;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.InterfaceAddress;

final class InterfaceAddressCodec extends JsonObjectCodec<InterfaceAddress> {

    @Override
    protected void writeFields(InterfaceAddress address, JsonObjectWriter object) {
        object.put("linkIndex", address.linkIndex(), Scalars.LINK_INDEX)
                .put("prefix", address.prefix(), Scalars.IP_PREFIX)
                .putIfPresent("peer", address.peer(), Scalars.IP_ADDRESS)
                .putIfPresent("broadcast", address.broadcast(), Scalars.IP_ADDRESS)
                .putIfPresent("label", address.label(), TextCodec.STRING)
                .put("scope", address.scope(), Scalars.SCOPE)
                .put("flags", address.flags(), Scalars.ADDRESS_FLAGS)
                .put("validLifetime", address.validLifetime(), Scalars.LIFETIME)
                .put("preferredLifetime", address.preferredLifetime(), Scalars.LIFETIME)
                .putIfPresent("metric", address.metric())
                .putIfPresent("protocol", address.protocol())
                .put("unknownAttributes", address.unknownAttributes(), RawAttributeCodec.LIST);
    }

    @Override
    protected InterfaceAddress readFields(JsonFields fields) {
        InterfaceAddress.Builder address = InterfaceAddress
                .builder(fields.get("linkIndex", Scalars.LINK_INDEX), fields.get("prefix", Scalars.IP_PREFIX))
                .scope(fields.get("scope", Scalars.SCOPE))
                .flags(fields.get("flags", Scalars.ADDRESS_FLAGS))
                .validLifetime(fields.get("validLifetime", Scalars.LIFETIME))
                .preferredLifetime(fields.get("preferredLifetime", Scalars.LIFETIME))
                .unknownAttributes(fields.get("unknownAttributes", RawAttributeCodec.LIST));
        fields.find("peer", Scalars.IP_ADDRESS).ifPresent(address::peer);
        fields.find("broadcast", Scalars.IP_ADDRESS).ifPresent(address::broadcast);
        fields.find("label", TextCodec.STRING).ifPresent(address::label);
        fields.findLong("metric").ifPresent(address::metric);
        fields.findInt("protocol").ifPresent(address::protocol);
        return address.build();
    }
}
