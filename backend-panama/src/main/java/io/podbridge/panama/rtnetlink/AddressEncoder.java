package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.panama.wire.MessageWriter;

/** Encodes addresses. */
final class AddressEncoder {

    private AddressEncoder() {}

    static void write(MessageWriter body, LinkId link, InterfaceAddress address) {
        writeKey(body, link, address);
        address.broadcast().ifPresent(broadcast -> body.attribute(Ifa.BROADCAST, broadcast.toBytes()));
        address.label().ifPresent(label -> body.attribute(Ifa.LABEL, label));
        address.metric().ifPresent(metric -> body.attribute32(Ifa.RT_PRIORITY, metric));
        address.protocol().ifPresent(protocol -> body.attribute8(Ifa.PROTO, protocol));
        int flags = address.flags().configured().bits();
        if (flags != 0) {
            body.attribute32(Ifa.FLAGS, flags);
        }
        lifetimes(body, address);
        address.unknownAttributes().forEach(unknown -> body.attribute(unknown.type(), unknown.payload()));
    }

    /** What the kernel finds an address by: never the label, which a rename of the link changes. */
    static void writeKey(MessageWriter body, LinkId link, InterfaceAddress address) {
        body.u8(address.family().number()).u8(address.prefix().length()).u8(0).u8(address.scope().number()).u32(link.index());
        body.attribute(Ifa.LOCAL, address.address().toBytes());
        body.attribute(Ifa.ADDRESS, address.peer().orElse(address.address()).toBytes());
    }

    private static void lifetimes(MessageWriter body, InterfaceAddress address) {
        Lifetime valid = address.validLifetime();
        Lifetime preferred = address.preferredLifetime();
        if (valid.isForever() && preferred.isForever()) {
            return;
        }
        int info = body.nest(Ifa.CACHEINFO);
        body.u32((int) preferred.seconds()).u32((int) valid.seconds()).u32(0).u32(0).unnest(info);
    }
}
