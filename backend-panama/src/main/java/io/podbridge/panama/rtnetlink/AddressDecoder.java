package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Scope;
import io.podbridge.panama.wire.AttributeReader;
import io.podbridge.panama.wire.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes RTM_NEWADDR. */
public final class AddressDecoder {
    private final InterfaceAddress.Builder address;
    private final List<RawAttribute> unknown = new ArrayList<>(0);
    private Optional<IpAddress> local = Optional.empty();
    private Optional<IpAddress> other = Optional.empty();

    private AddressDecoder(Payload payload) {
        IpPrefix later = IpPrefix.all(IpFamily.IPV6);
        address = InterfaceAddress.builder(payload.s32(4), later).flags(new AddressFlags(payload.u8(2)))
                .scope(new Scope(payload.u8(3)));
    }

    /**
     * Decodes an address.
     *
     * @param payload what follows the header of an RTM_NEWADDR
     * @return the address; absent if it is of another family than IPv4 and IPv6
     * @throws io.podbridge.panama.wire.WireException if lengths do not fit
     */
    public static Optional<InterfaceAddress> decode(Payload payload) {
        payload.require(Ifa.HEADER_SIZE);
        int family = payload.u8(0);
        if (family != Rtm.AF_INET && family != Rtm.AF_INET6) {
            return Optional.empty();
        }
        AddressDecoder decoder = new AddressDecoder(payload);
        AttributeReader attributes = payload.attributes(Ifa.HEADER_SIZE);
        while (attributes.next()) {
            decoder.attribute(attributes);
        }
        return Optional.of(decoder.finish(payload.u8(1)));
    }

    /** IFA_LOCAL is there only where it may differ from IFA_ADDRESS, which then is the peer. */
    private InterfaceAddress finish(int prefixLength) {
        IpAddress mine = Wire.present(local.or(() -> other), "an address without IFA_LOCAL and IFA_ADDRESS");
        if (other.isPresent() && !other.get().equals(mine)) {
            address.peer(other.get());
        }
        return address.prefix(Wire.prefix(mine, prefixLength)).unknownAttributes(unknown).build();
    }

    private void attribute(AttributeReader a) {
        switch (a.type()) {
            case Ifa.ADDRESS -> other = Optional.of(Wire.ip(a.bytes()));
            case Ifa.LOCAL -> local = Optional.of(Wire.ip(a.bytes()));
            case Ifa.LABEL -> address.label(a.string());
            case Ifa.BROADCAST -> address.broadcast(Wire.ip(a.bytes()));
            case Ifa.CACHEINFO -> lifetimes(a.structure());
            case Ifa.FLAGS -> address.flags(new AddressFlags(a.s32()));
            case Ifa.RT_PRIORITY -> address.metric(a.u32());
            case Ifa.PROTO -> address.protocol(a.u8());
            default -> {
                if (a.type() > Ifa.LAST_KNOWN) {
                    unknown.add(new RawAttribute(a.type(), a.bytes()));
                }
            }
        }
    }

    private void lifetimes(Payload cacheInfo) {
        cacheInfo.require(8);
        address.preferredLifetime(new Lifetime(cacheInfo.s32(0) & 0xffff_ffffL));
        address.validLifetime(new Lifetime(cacheInfo.s32(4) & 0xffff_ffffL));
    }
}
