package io.podbridge.internal.step;

import com.google.common.collect.Lists;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.AddressDelete;
import java.util.List;

/** Takes the addresses from the NIC: the guest has them now. The IPv6 ones go by themselves when IPv6 is switched off. */
final class StripNic implements Step {
    private final BindingContext context;

    StripNic(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-addresses";
    }

    /** The last first: deleting a primary address takes its secondaries along, and they could not be deleted after that. */
    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        LinkId nic = context.nic();
        List<InterfaceAddress> there = observed.addressesOf(nic.index()).stream()
                .filter(address -> address.family() == IpFamily.IPV4 || !context.traits().writableSysctl()).toList();
        for (InterfaceAddress address : Lists.reverse(there)) {
            findings.unwanted("address " + address + " of " + nic.name());
            findings.request(new AddressDelete(nic, address));
        }
        return findings.done();
    }
}
