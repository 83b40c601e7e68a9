package io.podbridge.internal.engine;

import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.Phase;
import io.podbridge.internal.pod.Observed;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.model.InterfaceAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A DEL of a CNI plugin while the NIC is handed over finds the placeholder under the NIC's name, deletes that, gives the addresses back to
 * its IPAM, and is content.
 */
final class LostPlaceholder {

    private LostPlaceholder() {}

    /** {@return a warning if the placeholder of a binding that was complete is gone} */
    static List<String> warnings(BindingRecord record, Observed observed) {
        OwnLinks own = record.own().orElseThrow();
        if (record.phase() != Phase.PREPARED || observed.own(own.placeholder(), own.placeholderKind()).isPresent()) {
            return List.of();
        }
        String addresses = record.pod().movableAddresses().stream().map(InterfaceAddress::toString)
                .collect(Collectors.joining(", "));
        return List.of("the placeholder \"" + own.placeholder().name()
                + "\" was deleted while the NIC was handed over; if the DEL of a CNI"
                + " plugin did that, the NIC is still there, and " + (addresses.isEmpty() ? "its lease" : addresses)
                + " may be given to another pod: stop the VM, release, and call DEL again");
    }
}
