package io.podbridge;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.request.TapOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Gives the tap to the caller where nobody is named: a tap without an owner is open to every process. */
final class TapOwner {
    private static final Path SELF = Path.of("/proc/self");

    private TapOwner() {}

    static BridgeBinding resolve(BridgeBinding binding) {
        TapOptions asked = binding.tap();
        if (asked.owner().isPresent() && asked.group().isPresent()) {
            return binding;
        }
        OptionalInt owner = asked.owner().isPresent() ? asked.owner() : own("unix:uid");
        OptionalInt group = asked.group().isPresent() || asked.owner().isPresent() ? asked.group() : own("unix:gid");
        return binding.withTap(new TapOptions(owner, group, asked.queues()));
    }

    /** Where there is no {@code /proc} there is no kernel either, and nobody attaches to an in-memory tap. */
    private static OptionalInt own(String attribute) {
        try {
            return OptionalInt.of((Integer) Files.getAttribute(SELF, attribute));
        } catch (IOException | UnsupportedOperationException e) {
            return OptionalInt.empty();
        }
    }
}
