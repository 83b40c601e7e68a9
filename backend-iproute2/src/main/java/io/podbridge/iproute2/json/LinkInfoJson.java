package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.TunDevice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The {@code linkinfo} of a link: its kind, what that kind says of itself, and what it is as a port. */
final class LinkInfoJson {
    private static final List<String> PORT_STATES = List.of("disabled", "listening", "learning", "forwarding", "blocking");

    private LinkInfoJson() {}

    static void read(Fields info, TapOwners owners, Link.Builder link) {
        Optional<LinkKind> kind = info.value("info_kind", LinkKind::new);
        kind.ifPresent(link::kind);
        info.object("info_data").ifPresent(data -> {
            if (kind.equals(Optional.of(LinkKind.TUN))) {
                link.tun(tun(data, owners));
            } else if (kind.equals(Optional.of(LinkKind.BRIDGE))) {
                data.flagIfTold("mcast_snooping").ifPresent(link::multicastSnooping);
            }
        });
        if (info.text("info_slave_kind").equals(Optional.of(LinkKind.BRIDGE.name()))) {
            info.object("info_slave_data").ifPresent(port -> link.bridgePort(port(port)));
        }
    }

    private static TunDevice tun(Fields data, TapOwners owners) {
        boolean tap = data.text("type").equals(Optional.of("tap"));
        return TunDevice.builder().tap(tap).owner(id(data, "user", owners::user)).group(id(data, "group", owners::group))
                .multiQueue(data.flag("multi_queue")).vnetHeader(data.flag("vnet_hdr")).persistent(data.flag("persist")).build();
    }

    /** A name where the system has one for the number, else the number. */
    private static OptionalLong id(Fields data, String field, Function<String, OptionalLong> lookUp) {
        if (!data.isText(field)) {
            return data.number(field);
        }
        String name = data.text(field).orElseThrow();
        OptionalLong id = lookUp.apply(name);
        if (id.isEmpty()) {
            throw data.bad(field, "the system knows no " + field + " \"" + name + "\"");
        }
        return id;
    }

    private static BridgePort port(Fields data) {
        int state = data.value("state", LinkInfoJson::portState).orElseGet(() -> data.integer("state_index", 0));
        return new BridgePort(state, data.flag("learning"));
    }

    private static int portState(String name) {
        int number = PORT_STATES.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("there is no state \"" + name + "\" of a port; there are " + PORT_STATES);
        }
        return number;
    }
}
