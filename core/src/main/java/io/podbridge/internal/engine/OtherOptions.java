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

/** In which options two bindings differ, in words. Whether they do is for the bindings themselves to say. */
final class OtherOptions {
    private static final Map<String, Function<BridgeBinding, Object>> OPTIONS = ImmutableMap
            .<String, Function<BridgeBinding, Object>>builder()
            .put("the interface (--interface)", BridgeBinding::interfaceName)
            .put("the NIC's name", binding -> binding.names().nic())
            .put("the bridge's name (--bridge)", binding -> binding.names().bridge())
            .put("the tap's name", binding -> binding.names().tap())
            .put("the tap's owner (--tap-uid)", binding -> number(binding.tap().owner(), "anybody"))
            .put("the tap's group (--tap-gid)", binding -> number(binding.tap().group(), "anybody"))
            .put("the number of the tap's queues (--tap-queues)", binding -> binding.tap().queues())
            .put("the placeholder (--placeholder)", binding -> binding.placeholder().name().toLowerCase(Locale.ROOT))
            .put("the guest's MAC address (--mac)", binding -> binding.guestMac().map(MacAddress::toString).orElse("the pod's"))
            .put("n of the bridge's address (--index)", binding -> number(binding.fakeAddressIndex(), "left open"))
            .put("the TX checksum offload", binding -> binding.txChecksumOff() ? "off" : "unchanged")
            .put("the pod's firewall (--no-bridge-netfilter)",
                    binding -> binding.bridgeNetfilterOff() ? "kept away" : "unchanged")
            .put("the list of kinds besides veth (--allow-kind)",
                    binding -> binding.allowedKinds().stream().map(LinkKind::name).sorted().toList())
            .build();

    private OtherOptions() {}

    /** {@return each option that differs, such as {@code the tap's owner (--tap-uid) is 0, and 107 is asked for}} */
    static String between(BridgeBinding journal, BridgeBinding asked) {
        return OPTIONS.entrySet().stream()
                .filter(option -> !option.getValue().apply(journal).equals(option.getValue().apply(asked)))
                .map(option -> option.getKey() + " is " + option.getValue().apply(journal) + ", and "
                        + option.getValue().apply(asked) + " is asked for")
                .collect(Collectors.joining(", "));
    }

    private static String number(OptionalInt number, String otherwise) {
        return number.isPresent() ? Integer.toUnsignedString(number.getAsInt()) : otherwise;
    }
}
