package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives the NIC its addresses back, with what is left of their lifetimes; those that have expired stay away. */
final class AddressNicBack implements Step {
    private final BindingContext context;
    private final LinkId nic;
    private final long elapsedSeconds;

    AddressNicBack(BindingContext context, Instant now) {
        this.context = context;
        this.nic = context.podNic();
        this.elapsedSeconds = Math.max(0, Duration.between(context.pod().capturedAt(), now).toSeconds());
    }

    @Override
    public String name() {
        return "nic-addresses-back";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        if (observed.link(nic.index()).isEmpty()) {
            return findings.done();
        }
        Addresses.surplus(context, observed).forEach(surplus -> {
            findings.differs("address " + surplus + " of the NIC", "absent", "there");
            findings.request(new AddressDelete(nic, surplus));
        });
        missing(observed).map(this::aged).flatMap(Optional::stream).forEach(address -> {
            findings.differs("address " + address + " of the NIC", "there", "absent");
            findings.request(new AddressReplace(nic, address));
        });
        return findings.done();
    }

    private Stream<InterfaceAddress> missing(Observed observed) {
        return Stream.concat(Addresses.missing(context, observed, IpFamily.IPV4),
                Addresses.missing(context, observed, IpFamily.IPV6));
    }

    private Optional<InterfaceAddress> aged(InterfaceAddress address) {
        Lifetime valid = address.validLifetime().after(elapsedSeconds);
        Lifetime preferred = address.preferredLifetime().after(elapsedSeconds);
        InterfaceAddress aged = address.toBuilder().validLifetime(valid).preferredLifetime(preferred).build();
        return valid.seconds() == 0 ? Optional.empty() : Optional.of(aged);
    }
}
