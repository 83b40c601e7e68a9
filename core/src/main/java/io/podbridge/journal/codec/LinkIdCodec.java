package io.podbridge.journal.codec;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.LinkId;

final class LinkIdCodec extends JsonObjectCodec<LinkId> {

    @Override
    protected void writeFields(LinkId link, JsonObjectWriter object) {
        object.put("index", link.index(), Scalars.LINK_INDEX).put("name", link.name(), TextCodec.STRING);
    }

    @Override
    protected LinkId readFields(JsonFields fields) {
        return new LinkId(fields.get("index", Scalars.LINK_INDEX), fields.get("name", TextCodec.STRING));
    }
}
