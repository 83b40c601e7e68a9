package io.podbridge.journal;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.Phase;
import io.podbridge.binding.PodInterface;
import io.podbridge.journal.codec.BridgeBindingCodec;
import io.podbridge.journal.codec.OwnLinksCodec;
import io.podbridge.journal.codec.PodInterfaceCodec;
import io.podbridge.journal.json.EnumCodec;
import io.podbridge.journal.json.JsonCodec;
import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.JsonProblem;
import java.util.List;
import java.util.Optional;

/** How a record stands in a journal: what the file is, and then the record's parts. */
final class BindingRecordCodec extends JsonObjectCodec<BindingRecord> {
    private static final FormatCodec FORMAT = new FormatCodec();
    private static final VersionCodec VERSION = new VersionCodec();
    /** A binding in phase PENDING has no journal. */
    private static final JsonCodec<Phase> PHASE = new EnumCodec<>(
            List.of(Phase.DISCOVERED, Phase.PREPARING, Phase.PREPARED, Phase.RELEASING));
    private static final JsonCodec<BindingIdentity> IDENTITY = new BindingIdentityCodec();
    private static final JsonCodec<BridgeBinding> BINDING = new BridgeBindingCodec(VersionCodec.CURRENT);
    private static final JsonCodec<PodInterface> POD = new PodInterfaceCodec();
    private static final JsonCodec<OwnLinks> OWN = new OwnLinksCodec();

    @Override
    protected void writeFields(BindingRecord record, JsonObjectWriter object) {
        object.put("format", FormatCodec.JOURNAL, FORMAT)
                .put("version", VersionCodec.CURRENT, VERSION)
                .put("phase", record.phase(), PHASE)
                .put("identity", record.identity(), IDENTITY)
                .put("binding", record.binding(), BINDING)
                .put("pod", record.pod(), POD)
                .putIfPresent("own", record.own(), OWN);
        if (record.phase().hasTouchedKernel() && record.own().isEmpty()) {
            throw new JsonProblem("$.own", "is missing in phase " + record.phase());
        }
    }

    /** Format and version are asked for first: of a file of another kind or a later version nothing else can be said. */
    @Override
    protected BindingRecord readFields(JsonFields fields) {
        fields.get("format", FORMAT);
        int version = fields.get("version", VERSION);
        Phase phase = fields.get("phase", PHASE);
        return new BindingRecord(phase, fields.get("identity", IDENTITY),
                fields.get("binding", version == VersionCodec.CURRENT ? BINDING : new BridgeBindingCodec(version)),
                fields.get("pod", POD),
                phase.hasTouchedKernel() ? Optional.of(fields.get("own", OWN)) : fields.find("own", OWN));
    }
}
