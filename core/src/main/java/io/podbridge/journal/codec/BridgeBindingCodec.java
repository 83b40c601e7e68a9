package io.podbridge.journal.codec;

import io.podbridge.binding.BindingNames;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.journal.json.BoolCodec;
import io.podbridge.journal.json.EnumCodec;
import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.SetCodec;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.LinkKind;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** What was asked for. */
public final class BridgeBindingCodec extends JsonObjectCodec<BridgeBinding> {
    private static final BindingNamesCodec NAMES = new BindingNamesCodec();
    private static final TapOptionsCodec TAP = new TapOptionsCodec();
    private static final EnumCodec<PlaceholderKind> PLACEHOLDER = new EnumCodec<>(List.of(PlaceholderKind.values()));
    private static final SetCodec<LinkKind> KINDS = new SetCodec<>(Scalars.LINK_KIND, Comparator.comparing(LinkKind::name));

    /** The first version whose bindings say what becomes of the bridge's netfilter; before, it was left alone. */
    private static final int WITH_NETFILTER = 2;

    private final int version;

    /**
     * Makes the codec.
     *
     * @param version of the journals that it reads
     */
    public BridgeBindingCodec(int version) {
        this.version = version;
    }

    @Override
    protected void writeFields(BridgeBinding binding, JsonObjectWriter object) {
        object.put("interfaceName", binding.interfaceName(), TextCodec.STRING)
                .put("names", binding.names(), NAMES)
                .put("tap", binding.tap(), TAP)
                .put("placeholder", binding.placeholder(), PLACEHOLDER)
                .putIfPresent("guestMac", binding.guestMac(), Scalars.MAC)
                .putIfPresent("fakeAddressIndex", binding.fakeAddressIndex())
                .put("txChecksumOff", binding.txChecksumOff(), BoolCodec.BOOL)
                .put("bridgeNetfilterOff", binding.bridgeNetfilterOff(), BoolCodec.BOOL)
                .put("rollback", binding.rollback(), BoolCodec.BOOL)
                .put("allowThisNamespace", binding.allowThisNamespace(), BoolCodec.BOOL)
                .put("allowedKinds", binding.allowedKinds(), KINDS);
    }

    @Override
    protected BridgeBinding readFields(JsonFields fields) {
        BridgeBinding binding = named(fields.get("interfaceName", TextCodec.STRING), fields.get("names", NAMES))
                .withTap(fields.get("tap", TAP))
                .withPlaceholder(fields.get("placeholder", PLACEHOLDER))
                .withTxChecksumOff(fields.get("txChecksumOff", BoolCodec.BOOL))
                .withBridgeNetfilterOff(version >= WITH_NETFILTER && fields.get("bridgeNetfilterOff", BoolCodec.BOOL))
                .withRollback(fields.get("rollback", BoolCodec.BOOL))
                .withThisNamespaceAllowed(fields.get("allowThisNamespace", BoolCodec.BOOL))
                .withAllowedKinds(fields.get("allowedKinds", KINDS));
        BridgeBinding withMac = fields.find("guestMac", Scalars.MAC).map(binding::withGuestMac).orElse(binding);
        OptionalInt fakeAddressIndex = fields.findInt("fakeAddressIndex");
        return fakeAddressIndex.isPresent() ? withMac.withFakeAddressIndex(fakeAddressIndex.getAsInt()) : withMac;
    }

    /** The names that follow from a long interface name are too long to be given, and yet discover keeps them for preflight to refuse. */
    private static BridgeBinding named(String interfaceName, BindingNames names) {
        BridgeBinding binding = BridgeBinding.of(interfaceName);
        return binding.names().equals(names) ? binding : binding.withNames(names);
    }
}
