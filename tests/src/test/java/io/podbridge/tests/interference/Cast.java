package io.podbridge.tests.interference;

import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.state.NamespaceState;
import java.util.List;
import java.util.Optional;

/**
 * Who is who in a namespace.
 *
 * @param state the namespace
 * @param record what the journal says of it
 */
record Cast(NamespaceState state, BindingRecord record) {

    /** {@return the link in that role, which is told by index and kind} */
    Optional<Link> link(Role role) {
        return switch (role) {
            case NIC -> link(record.pod().link().index(), record.pod().link().kind());
            case BRIDGE -> record.own().flatMap(own -> link(own.bridge().index(), Optional.of(LinkKind.BRIDGE)));
            case TAP -> record.own().flatMap(own -> link(own.tap().index(), Optional.of(LinkKind.TUN)));
            case PLACEHOLDER -> record.own().flatMap(own -> link(own.placeholder().index(), Optional.of(own.placeholderKind())));
        };
    }

    private Optional<Link> link(int index, Optional<LinkKind> kind) {
        return state.links().stream().filter(link -> link.index() == index && link.kind().equals(kind)).findFirst();
    }

    /** {@return the links that are none of the binding's business} */
    List<Link> strangers() {
        List<Link> parts = List.of(Role.values()).stream().flatMap(role -> link(role).stream()).toList();
        return state.links().stream().filter(link -> !parts.contains(link)).toList();
    }
}
