package io.podbridge.tests.interference;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.tests.pods.MortalPod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The stranger takes back what is its own, and undoes to NIC and loopback what no binding mends, as an operator would who is told. */
final class Withdrawal {
    private final NamespaceState before;
    private final NamespaceState now;
    private final List<NetlinkRequest> requests = new ArrayList<>();

    private Withdrawal(NamespaceState before, NamespaceState now) {
        this.before = before;
        this.now = now;
    }

    /**
     * Withdraws.
     *
     * @param subject from which pod
     * @param before what was there before anybody did anything
     * @param own which links are the binding's
     */
    static void from(MortalPod subject, NamespaceState before, Predicate<Link> own) {
        Withdrawal withdrawal = new Withdrawal(before, subject.state());
        withdrawal.now.links().stream().filter(link -> !own.test(link)).forEach(withdrawal::link);
        try (NetlinkHandler handler = subject.open()) {
            handler.execute(withdrawal.requests).forEach(outcome -> outcome.failure().ifPresent(why -> {
                throw why;
            }));
        }
    }

    private void link(Link link) {
        Optional<Link> known = before.links().stream()
                .filter(other -> other.index() == link.index() && other.kind().equals(link.kind())).findFirst();
        if (known.isEmpty()) {
            requests.add(new LinkDelete(link.id()));
        } else {
            undo(known.get(), link);
        }
    }

    private void undo(Link known, Link link) {
        LinkId id = link.id();
        link.altNames().stream().filter(name -> !known.altNames().contains(name))
                .forEach(name -> requests.add(LinkSet.of(id, new LinkChange.DeleteAltName(name))));
        if (link.name().equals(Interference.STRANGE_NAME) && now.link(known.name()).isEmpty()) {
            requests.add(LinkSet.of(id, new LinkChange.Name(known.name())));
        }
        if (link.mtu() == Interference.STRANGE_MTU) {
            requests.add(LinkSet.of(id, new LinkChange.Mtu(known.mtu())));
        }
        if (link.mac().equals(Optional.of(Interference.STRANGE_MAC))) {
            requests.add(LinkSet.of(id, new LinkChange.Mac(known.mac().orElseThrow())));
        }
        for (InterfaceAddress address : now.addressesOf(link)) {
            if (address.prefix().equals(Interference.STRANGE_PREFIX)) {
                requests.add(new AddressDelete(id, address));
            }
        }
    }
}
