package io.podbridge.cli.output;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.state.AddressText;

/** An address for programs. Lifetimes are in seconds, and absent for those without an end. */
final class AddressJson {

    private AddressJson() {}

    static void write(Json json, InterfaceAddress address) {
        json.field("family", address.family() == IpFamily.IPV4 ? "inet" : "inet6").field("address", address.prefix())
                .optional("peer", address.peer()).optional("broadcast", address.broadcast()).field("scope", address.scope())
                .optional("label", address.label()).texts("flags", AddressText.flags(address))
                .optional("metric", address.metric());
        lifetime(json, "validLifetime", address.validLifetime());
        lifetime(json, "preferredLifetime", address.preferredLifetime());
    }

    private static void lifetime(Json json, String name, Lifetime lifetime) {
        if (!lifetime.isForever()) {
            json.field(name, lifetime.seconds());
        }
    }
}
