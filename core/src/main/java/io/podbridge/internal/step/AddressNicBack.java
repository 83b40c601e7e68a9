package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives the NIC its addresses back, with what is left of their lifetimes; those that have expired stay away. */
final class AddressNicBack implements Step {
    private final BindingContext context;
    private final LinkId nic;

    AddressNicBack(BindingContext context) {
        this.context = context;
        this.nic = context.podNic();
    }

    @Override
    public String name() {
        return "nic-addresses-back";
    }

    /** One after the other, and no further after a failure, or the addresses would end in another order. */
    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        if (observed.link(nic.index()).isEmpty()) {
            return findings.done();
        }
        List<InterfaceAddress> surplus = Addresses.surplus(context, observed).toList();
        surplus.forEach(address -> {
            findings.unwanted("address " + address + " of the NIC");
            findings.request(new AddressDelete(nic, address));
        });
        if (!surplus.isEmpty()) {
            // Routes have gone along.
            findings.mode(Assessment.Mode.LOOK_AGAIN);
        }
        missing(observed).forEach(address -> {
            findings.missing("address " + address + " of the NIC");
            findings.requestIf(isSource(address), new AddressReplace(nic, undetected(address)));
            findings.request(new AddressReplace(nic, address));
        });
        leftUndetected(observed).forEach(address -> {
            findings.differs("duplicate address detection of " + address, "on", "off");
            findings.request(new AddressReplace(nic, address));
        });
        return findings.done();
    }

    /**
     * {@return whether a route can come back only once this is no longer tentative} The kernel ends the detection of an address a moment
     * after it has taken it, also where there is none to be done.
     */
    private boolean isSource(InterfaceAddress address) {
        return address.family() == IpFamily.IPV6
                && context.pod().routes().stream()
                        .anyMatch(route -> route.preferredSource().equals(Optional.of(address.address())));
    }

    private static InterfaceAddress undetected(InterfaceAddress address) {
        return address.toBuilder().flags(address.flags().with(AddressFlags.NODAD)).build();
    }

    /** Those that the NIC has again, of which the second request was not made. */
    private Stream<InterfaceAddress> leftUndetected(Observed observed) {
        List<InterfaceAddress> there = observed.addressesOf(nic.index());
        return context.unexpiredAddresses().stream().filter(this::isSource)
                .filter(address -> !address.flags().has(AddressFlags.NODAD))
                .filter(address -> there.stream()
                        .anyMatch(found -> Addresses.same(found, address) && found.flags().has(AddressFlags.NODAD)));
    }

    private Stream<InterfaceAddress> missing(Observed observed) {
        return Stream.concat(Addresses.missing(context, observed, IpFamily.IPV4),
                Addresses.missing(context, observed, IpFamily.IPV6));
    }
}
