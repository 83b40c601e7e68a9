package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import java.util.List;
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
            findings.differs("address " + address + " of the NIC", "absent or as before", "there");
            findings.request(new AddressDelete(nic, address));
        });
        if (!surplus.isEmpty()) {
            // Routes have gone along.
            findings.mode(Assessment.Mode.LOOK_AGAIN);
        }
        missing(observed).forEach(address -> {
            findings.differs("address " + address + " of the NIC", "there", "absent");
            findings.request(new AddressReplace(nic, address));
        });
        return findings.done();
    }

    private Stream<InterfaceAddress> missing(Observed observed) {
        return Stream.concat(Addresses.missing(context, observed, IpFamily.IPV4),
                Addresses.missing(context, observed, IpFamily.IPV6));
    }
}
