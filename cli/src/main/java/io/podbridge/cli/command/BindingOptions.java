package io.podbridge.cli.command;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.TapOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is built. */
final class BindingOptions {
    @Option(names = "--mac", paramLabel = "MAC", description = "the guest's MAC address (default: the NIC's)")
    private Optional<MacAddress> mac = Optional.empty();

    @Option(names = "--tap-uid", paramLabel = "UID", description = "the user who may open the tap (default: the caller)")
    private Optional<Integer> tapUser = Optional.empty();

    @Option(names = "--tap-gid", paramLabel = "GID", description = "the group that may open the tap (default: the caller's,"
            + " unless --tap-uid is given)")
    private Optional<Integer> tapGroup = Optional.empty();

    @Option(names = "--tap-queues", paramLabel = "N", description = "queues of the tap (default: ${DEFAULT-VALUE})")
    private int tapQueues = 1;

    @Option(names = "--placeholder", paramLabel = "auto|dummy|bridge|veth", description = "what stands in for the NIC (default:"
            + " ${DEFAULT-VALUE})")
    private PlaceholderKind placeholder = PlaceholderKind.AUTO;

    @Option(names = "--bridge", paramLabel = "NAME", description = "name of the bridge (default: k6t- and the interface's)")
    private Optional<String> bridge = Optional.empty();

    @Option(names = "--index", paramLabel = "N", description = "n in the bridge's address 169.254.75.1n, 0 to 99 (default: the lowest"
            + " that is free)")
    private Optional<Integer> fakeAddressIndex = Optional.empty();

    @Option(names = "--no-bridge-netfilter", description = "keep the pod's firewall away from bridged packets until release")
    private boolean bridgeNetfilterOff;

    @Option(names = "--rollback", description = "go back at once when a step fails")
    private boolean rollback;

    @Option(names = "--allow-kind", paramLabel = "KIND", description = "bind a NIC of this kind too, such as macvlan; physical for"
            + " hardware (repeatable)")
    private List<LinkKind> allowedKinds = new ArrayList<>();

    @Option(names = "--allow-this-namespace", description = "bind even in a namespace that looks like the host's own")
    private boolean allowThisNamespace;

    BridgeBinding applyTo(BridgeBinding binding) {
        try {
            return placed(binding).withTap(new TapOptions(toInt(tapUser), toInt(tapGroup), tapQueues))
                    .withPlaceholder(placeholder).withBridgeNetfilterOff(bridgeNetfilterOff).withRollback(rollback)
                    .withAllowedKinds(Set.copyOf(allowedKinds))
                    .withThisNamespaceAllowed(allowThisNamespace);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    private BridgeBinding placed(BridgeBinding binding) {
        BridgeBinding addressed = mac.map(binding::withGuestMac).orElse(binding);
        BridgeBinding named = bridge.map(addressed::withBridgeName).orElse(addressed);
        return fakeAddressIndex.map(named::withFakeAddressIndex).orElse(named);
    }

    private static OptionalInt toInt(Optional<Integer> number) {
        return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
    }
}
