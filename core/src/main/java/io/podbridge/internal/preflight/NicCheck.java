package io.podbridge.internal.preflight;

import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.internal.pod.MacFilters;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the link can be handed over as a NIC at all: Ethernet, of a kind that may be bound, carrying no more than a tap can. */
final class NicCheck implements Check {
    /** The most that a tap carries: 65535 less the Ethernet header. */
    private static final int TAP_MAX_MTU = 65521;
    private static final LinkKind PHYSICAL = new LinkKind("physical");

    private final Candidate candidate;
    private final Link nic;

    NicCheck(Candidate candidate) {
        this.candidate = candidate;
        this.nic = candidate.nic();
    }

    @Override
    public List<Refusal> refusals() {
        if (nic.flags().has(LinkFlags.LOOPBACK)) {
            return List.of(new Refusal(Code.LOOPBACK,
                    candidate.name() + " is a loopback; bind the interface that has the pod's address"));
        }
        List<Refusal> refusals = new ArrayList<>();
        if (!isEthernet()) {
            refusals.add(new Refusal(Code.NOT_ETHERNET,
                    candidate.name() + " has no Ethernet MAC address or resolves no addresses (NOARP), as a"
                            + " tunnel or netkit in L3 mode; only an Ethernet NIC can be a port of a bridge"));
        }
        kind(refusals);
        guestMac(refusals);
        if (nic.mtu() > TAP_MAX_MTU) {
            refusals.add(new Refusal(Code.MTU_TOO_LARGE,
                    candidate.name() + " has the MTU " + nic.mtu() + ", and a tap carries at most "
                            + TAP_MAX_MTU + "; lower it with: ip link set dev " + nic.name() + " mtu " + TAP_MAX_MTU));
        }
        return refusals;
    }

    private boolean isEthernet() {
        boolean unicast = nic.mac().map(MacAddress::isUnicast).orElse(false);
        return nic.hardwareType() == Link.ETHERNET && unicast && !nic.flags().has(LinkFlags.NOARP);
    }

    private void guestMac(List<Refusal> refusals) {
        Optional<MacAddress> wanted = candidate.binding().guestMac();
        if (MacFilters.has(nic) && wanted.isPresent() && !wanted.equals(nic.mac())) {
            refusals.add(new Refusal(Code.KIND_NOT_ALLOWED, candidate.name() + " is of the kind " + nic.kind().orElse(PHYSICAL)
                    + ", which is handed only what is sent to its own MAC address, so that the guest can have no other (--mac)"));
        }
    }

    private void kind(List<Refusal> refusals) {
        LinkKind kind = nic.kind().orElse(PHYSICAL);
        if (kind.equals(LinkKind.IPVLAN)) {
            refusals.add(new Refusal(Code.KIND_NOT_ALLOWED,
                    candidate.name() + " is an ipvlan, which shares its MAC address with its parent and"
                            + " cannot be a port of a bridge"));
        } else if (!kind.equals(LinkKind.VETH) && !candidate.binding().allowedKinds().contains(kind)) {
            refusals.add(new Refusal(Code.KIND_NOT_ALLOWED, candidate.name() + " is of the kind " + kind
                    + ", and only veth is bound unless another kind is asked for (--allow-kind " + kind + ")"));
        }
    }
}
