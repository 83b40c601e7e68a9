package io.podbridge.testkit.kernel;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.testkit.kernel.KernelRefusal.Meaning;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Taps ({@code drivers/net/tun.c}): a tap has a carrier while a process is attached to it. */
final class Taps {
    private static final Meaning NO_DEVICE = new Meaning(FailureKind.NOT_FOUND,
            "/dev/net/tun cannot be opened; load the driver tun, or give the container that device");
    private static final Meaning NAME_TAKEN = new Meaning(FailureKind.EXISTS, "a link of that name is there already");

    private final Netns netns;
    private final Rules rules;

    Taps(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
    }

    Device make(LinkAdd add, TapOptions options) {
        KernelRefusal.when(!netns.machine().has(Feature.TAP), "ENOENT", NO_DEVICE);
        boolean nameTaken = netns.links().names().isTaken(add.name());
        KernelRefusal.when(nameTaken, "EBUSY", NAME_TAKEN);
        int index = add.index().orElse(0);
        boolean indexTaken = index != 0 && netns.links().byIndex(index).isPresent();
        KernelRefusal.when(indexTaken && rules.hold(KernelRule.TAKEN_TAP_INDEX_IS_BUSY), "EBUSY");
        Device tap = netns.links().register(add.name(), DeviceKind.TAP,
                indexTaken || !rules.hold(KernelRule.TAP_TAKES_THE_CHOSEN_INDEX) ? 0 : index);
        tap.tun = Optional.of(device(options));
        return tap;
    }

    private TunDevice device(TapOptions options) {
        return TunDevice.builder().owner(owner(options.owner())).group(owner(options.group()))
                .multiQueue(options.queues() > 1 && rules.hold(KernelRule.TAP_OF_SEVERAL_QUEUES_IS_MULTI_QUEUE))
                .vnetHeader(rules.hold(KernelRule.TAP_CARRIES_VNET_HEADERS)).build();
    }

    /** As {@code TUNSETPERSIST}, which comes last: a tap that is not complete goes with the process that was making it. */
    void persist(Device tap) {
        tap.tun = tap.tun.map(made -> made.toBuilder().persistent(rules.hold(KernelRule.TAP_IS_PERSISTENT)).build());
    }

    private OptionalLong owner(OptionalInt id) {
        if (id.isEmpty()) {
            return rules.hold(KernelRule.TAP_WITHOUT_OWNER_IS_OPEN_TO_ALL) ? OptionalLong.empty() : OptionalLong.of(0);
        }
        return rules.hold(KernelRule.TAP_KEEPS_OWNER_AND_GROUP) ? OptionalLong.of(id.getAsInt()) : OptionalLong.empty();
    }

    /** The process that made it closes its file. */
    void letGo(Device tap) {
        if (rules.hold(KernelRule.TAP_NEEDS_A_PROCESS_FOR_ITS_CARRIER)) {
            netns.machine().linkWatch().carrier(tap, false);
        }
    }
}
