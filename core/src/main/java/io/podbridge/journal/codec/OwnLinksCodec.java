package io.podbridge.journal.codec;

import io.podbridge.binding.OwnLinks;
import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.TextCodec;

/** The links that the binding makes. */
public final class OwnLinksCodec extends JsonObjectCodec<OwnLinks> {
    private static final LinkIdCodec LINK = new LinkIdCodec();

    /** Makes the codec, which has no state. */
    public OwnLinksCodec() {}

    @Override
    protected void writeFields(OwnLinks own, JsonObjectWriter object) {
        object.put("bridge", own.bridge(), LINK)
                .put("bridgeMac", own.bridgeMac(), Scalars.MAC)
                .putIfPresent("fakeAddress", own.fakeAddress(), Scalars.IP_PREFIX)
                .put("tap", own.tap(), LINK)
                .put("placeholder", own.placeholder(), LINK)
                .put("placeholderKind", own.placeholderKind(), Scalars.LINK_KIND)
                .put("temporaryStem", own.temporaryStem(), TextCodec.STRING);
    }

    @Override
    protected OwnLinks readFields(JsonFields fields) {
        return new OwnLinks(fields.get("bridge", LINK), fields.get("bridgeMac", Scalars.MAC),
                fields.find("fakeAddress", Scalars.IP_PREFIX), fields.get("tap", LINK), fields.get("placeholder", LINK),
                fields.get("placeholderKind", Scalars.LINK_KIND), fields.get("temporaryStem", TextCodec.STRING));
    }
}
