package io.podbridge.internal.step;

import io.podbridge.binding.OwnLinks;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.VethPeer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes what will stand in for the NIC, with its MAC address and MTU, under a name for the meantime, and down: one that is to be up goes
 * up when it has all that the NIC had.
 */
final class MakePlaceholder implements Step {
    private final BindingContext context;
    private final OwnLinks own;

    MakePlaceholder(BindingContext context) {
        this.context = context;
        this.own = context.own();
    }

    @Override
    public String name() {
        return "placeholder";
    }

    @Override
    public Assessment assess(Observed observed) {
        LinkId id = own.placeholder();
        Optional<Link> placeholder = observed.own(id, own.placeholderKind());
        Findings findings = new Findings(name());
        if (placeholder.isEmpty()) {
            findings.missing("placeholder " + id.name());
            findings.request(builder().index(id.index()).mac(context.originalMac()).mtu(context.pod().link().mtu()).build());
            return findings.done();
        }
        Link found = placeholder.get();
        int mtu = context.pod().link().mtu();
        findings.changeIf(findings.differs("MAC address of placeholder", context.originalMac(), found.mac()),
                new LinkChange.Mac(context.originalMac()));
        findings.changeIf(findings.differs("MTU of placeholder", mtu, found.mtu()), new LinkChange.Mtu(mtu));
        boolean strayUp = found.isUp() && !own.placeholderIsUp();
        findings.changeIf(findings.differs("state of placeholder", "down", strayUp ? "up" : "down"), new LinkChange.Down());
        findings.request(id.named(found.name()));
        return findings.done();
    }

    private LinkAdd.Builder builder() {
        String name = own.temporaryPlaceholderName();
        return own.placeholderKind().equals(LinkKind.VETH)
                ? LinkAdd.veth(name, peer(own.placeholderPeer()))
                : LinkAdd.ofKind(own.placeholderKind(), name);
    }

    private static VethPeer peer(LinkId chosen) {
        return new VethPeer(chosen.name(), OptionalInt.of(chosen.index()), Optional.empty());
    }
}
