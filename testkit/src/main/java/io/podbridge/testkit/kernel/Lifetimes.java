package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;

/** How long addresses stay. */
final class Lifetimes {

    private Lifetimes() {}

    static void check(InterfaceAddress address, String words) {
        boolean wrong = address.validLifetime().seconds() == 0
                || address.preferredLifetime().seconds() > address.validLifetime().seconds();
        KernelRefusal.when(wrong, "EINVAL", words);
    }

    static boolean isOver(KernelAddress address, KernelTime time) {
        return address.report(time).validLifetime().seconds() == 0;
    }

    static void deprecate(KernelAddress address, KernelTime time) {
        if (address.report(time).preferredLifetime().seconds() == 0) {
            address.set(AddressFlags.DEPRECATED, true);
        }
    }
}
