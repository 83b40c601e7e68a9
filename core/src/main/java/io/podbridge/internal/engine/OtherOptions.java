package io.podbridge.internal.engine;

import com.google.common.collect.ImmutableMap;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In which options two bindings of the same interface differ, in words. Going back at once on failure is about one call, not about what is built. */
final class OtherOptions {
    private static final Map<String, Function<BridgeBinding, Object>> OPTIONS = ImmutableMap
            .<String, Function<BridgeBinding, Object>>builder()
            .put("the NIC's name", binding -> binding.names().nic())
            .put("the bridge's name", binding -> binding.names().bridge())
            .put("the tap's name", binding -> binding.names().tap())
            .put("the tap's owner", binding -> number(binding.tap().owner(), "anybody"))
            .put("the tap's group", binding -> number(binding.tap().group(), "anybody"))
            .put("the number of the tap's queues", binding -> binding.tap().queues())
            .put("the placeholder", binding -> binding.placeholder().name().toLowerCase(Locale.ROOT))
            .put("the guest's MAC address", binding -> binding.guestMac().map(MacAddress::toString).orElse("the pod's"))
            .put("the fake address", binding -> number(binding.fakeAddressIndex(), "chosen"))
            .put("TX checksum offload kept off", BridgeBinding::txChecksumOff)
            .put("the pod's firewall kept away", BridgeBinding::bridgeNetfilterOff)
            .put("the set of kinds besides veth",
                    binding -> binding.allowedKinds().stream().map(LinkKind::name).sorted().toList())
            .build();

    private OtherOptions() {}

    /** {@return each option that differs, such as {@code the tap's owner is 0 there and 107 here}; empty if they build the same} */
    static String between(BridgeBinding there, BridgeBinding here) {
        return OPTIONS.entrySet().stream()
                .filter(option -> !option.getValue().apply(there).equals(option.getValue().apply(here)))
                .map(option -> option.getKey() + " is " + option.getValue().apply(there) + " there and "
                        + option.getValue().apply(here)
                        + " here")
                .collect(Collectors.joining(", "));
    }

    private static String number(OptionalInt number, String otherwise) {
        return number.isPresent() ? Integer.toUnsignedString(number.getAsInt()) : otherwise;
    }
}
