package io.podbridge;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.journal.CallingUser;
import io.podbridge.netlink.request.TapOptions;
import java.util.OptionalInt;

/** Gives the tap to the caller where nobody is named: a tap without an owner is open to every process. */
final class TapOwner {
    private TapOwner() {}

    /** Where there is no {@code /proc} there is no kernel either, and nobody attaches to an in-memory tap. */
    static BridgeBinding resolve(BridgeBinding binding) {
        TapOptions asked = binding.tap();
        if (asked.owner().isPresent() && asked.group().isPresent()) {
            return binding;
        }
        OptionalInt owner = asked.owner().isPresent() ? asked.owner() : CallingUser.uid();
        OptionalInt group = asked.group().isPresent() || asked.owner().isPresent() ? asked.group() : CallingUser.gid();
        return binding.withTap(new TapOptions(owner, group, asked.queues()));
    }
}
