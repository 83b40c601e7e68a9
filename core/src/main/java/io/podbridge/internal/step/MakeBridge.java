package io.podbridge.internal.step;

import io.podbridge.binding.OwnLinks;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.TxChecksumOff;
import java.util.Optional;

/**
 * Makes the bridge {@code k6t-eth0} with a MAC address of its own, or it would take the lowest of its ports'; its address; and
 * {@code arp_ignore} 1, or the pod's stack would answer the guest's own duplicate address detection for the placeholder's address.
 */
final class MakeBridge implements Step {
    private static final int ONLY_FOR_OWN_ADDRESSES = 1;

    private final BindingContext context;
    private final OwnLinks own;

    MakeBridge(BindingContext context) {
        this.context = context;
        this.own = context.own();
    }

    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public Assessment assess(Observed observed) {
        LinkId id = own.bridge();
        Optional<Link> bridge = observed.own(id, LinkKind.BRIDGE);
        Findings findings = new Findings(name());
        if (bridge.isEmpty()) {
            findings.missing("bridge " + id.name());
            findings.request(LinkAdd.bridge(id.name()).index(id.index()).mac(own.bridgeMac()).multicastSnooping(false).build());
        } else {
            findings.changeIf(findings.differs("name of " + id.name(), id.name(), bridge.get().name()),
                    new LinkChange.Name(id.name()));
            findings.changeIf(findings.differs("MAC address of " + id.name(), own.bridgeMac(), bridge.get().mac()),
                    new LinkChange.Mac(own.bridgeMac()));
        }
        Ipv6Off.want(context, id, bridge, findings);
        own.fakeAddress().ifPresent(address -> address(observed, address, findings));
        up(bridge, findings);
        return findings.done();
    }

    private void address(Observed observed, IpPrefix address, Findings findings) {
        LinkId id = own.bridge();
        boolean there = observed.addressesOf(id.index()).stream().anyMatch(found -> found.prefix().equals(address));
        if (!there) {
            findings.missing("address " + address + " of " + id.name());
            findings.request(new AddressReplace(id, InterfaceAddress.builder(id.index(), address).build()));
        }
        int arpIgnore = observed.link(id.index()).map(bridge -> bridge.arpIgnore().orElse(0)).orElse(0);
        findings.changeIf(findings.differs("arp_ignore of " + id.name(), ONLY_FOR_OWN_ADDRESSES, arpIgnore),
                new LinkChange.ArpIgnore(ONLY_FOR_OWN_ADDRESSES));
    }

    /** The checksum offload cannot be seen in a link, so it is switched off whenever the bridge is about to go up. */
    private void up(Optional<Link> bridge, Findings findings) {
        LinkId id = own.bridge();
        boolean up = bridge.isPresent() && bridge.get().isUp();
        findings.request(id);
        findings.requestIf(!up && context.binding().txChecksumOff(), new TxChecksumOff(id));
        findings.changeIf(findings.differs("state of " + id.name(), "up", up ? "up" : "down"), new LinkChange.Up());
        findings.request(id);
    }
}
