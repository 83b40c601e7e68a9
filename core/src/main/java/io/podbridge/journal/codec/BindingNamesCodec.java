package io.podbridge.journal.codec;

import io.podbridge.binding.BindingNames;
import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.TextCodec;

final class BindingNamesCodec extends JsonObjectCodec<BindingNames> {

    @Override
    protected void writeFields(BindingNames names, JsonObjectWriter object) {
        object.put("nic", names.nic(), TextCodec.STRING)
                .put("bridge", names.bridge(), TextCodec.STRING)
                .put("tap", names.tap(), TextCodec.STRING);
    }

    @Override
    protected BindingNames readFields(JsonFields fields) {
        return new BindingNames(fields.get("nic", TextCodec.STRING), fields.get("bridge", TextCodec.STRING),
                fields.get("tap", TextCodec.STRING));
    }
}
