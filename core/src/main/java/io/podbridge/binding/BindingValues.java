package io.podbridge.binding;

import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.TapOptions;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The options of a {@link BridgeBinding}. */
record BindingValues(BindingNames names, TapOptions tap, PlaceholderKind placeholder, Optional<MacAddress> guestMac,
        OptionalInt fakeAddressIndex, boolean txChecksumOff, boolean bridgeNetfilterOff, boolean rollback,
        boolean allowThisNamespace, Set<LinkKind> allowedKinds) {
    BindingValues {
        allowedKinds = Set.copyOf(allowedKinds);
    }

    /** The values while one of them is changed. */
    static final class Draft {
        BindingNames names;
        TapOptions tap;
        PlaceholderKind placeholder;
        Optional<MacAddress> guestMac;
        OptionalInt fakeAddressIndex;
        boolean txChecksumOff;
        boolean bridgeNetfilterOff;
        boolean rollback;
        boolean allowThisNamespace;
        Set<LinkKind> allowedKinds;

        Draft(BindingValues from) {
            names = from.names;
            tap = from.tap;
            placeholder = from.placeholder;
            guestMac = from.guestMac;
            fakeAddressIndex = from.fakeAddressIndex;
            txChecksumOff = from.txChecksumOff;
            bridgeNetfilterOff = from.bridgeNetfilterOff;
            rollback = from.rollback;
            allowThisNamespace = from.allowThisNamespace;
            allowedKinds = from.allowedKinds;
        }

        BindingValues values() {
            return new BindingValues(names, tap, placeholder, guestMac, fakeAddressIndex, txChecksumOff, bridgeNetfilterOff,
                    rollback,
                    allowThisNamespace, allowedKinds);
        }
    }
}
