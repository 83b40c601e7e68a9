package io.podbridge.journal.codec;

import io.podbridge.journal.json.NumberCodec;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;

/**
 * The values that are one text or one number. What the kernel numbers is written as its number, since a number that this library has no
 * name for must come back too.
 */
final class Scalars {
    static final TextCodec<IpAddress> IP_ADDRESS = new TextCodec<>(IpAddress::toString, IpAddress::parse);
    static final TextCodec<IpPrefix> IP_PREFIX = new TextCodec<>(IpPrefix::toString, IpPrefix::parse);
    static final TextCodec<MacAddress> MAC = new TextCodec<>(MacAddress::toString, MacAddress::parse);
    static final TextCodec<HardwareAddress> HARDWARE_ADDRESS = new TextCodec<>(HardwareAddress::toString, HardwareAddress::parse);
    static final TextCodec<LinkKind> LINK_KIND = new TextCodec<>(LinkKind::name, LinkKind::new);

    /** The kernel numbers its links from 1. */
    static final NumberCodec<Integer> LINK_INDEX = NumberCodec.ofInts(1, Integer.MAX_VALUE);
    static final NumberCodec<LinkFlags> LINK_FLAGS = new NumberCodec<>(0, 0xffff_ffffL,
            flags -> Integer.toUnsignedLong(flags.bits()), number -> new LinkFlags((int) number));
    static final NumberCodec<AddressFlags> ADDRESS_FLAGS = new NumberCodec<>(0, 0xffff_ffffL,
            flags -> Integer.toUnsignedLong(flags.bits()), number -> new AddressFlags((int) number));
    static final NumberCodec<Lifetime> LIFETIME = new NumberCodec<>(0, Lifetime.FOREVER_SECONDS, Lifetime::seconds,
            Lifetime::new);
    static final NumberCodec<Scope> SCOPE = new NumberCodec<>(0, 255, Scope::number, number -> new Scope((int) number));
    static final NumberCodec<OperState> OPER_STATE = new NumberCodec<>(0, 255, OperState::number,
            number -> new OperState((int) number));
    static final NumberCodec<AddrGenMode> ADDR_GEN_MODE = new NumberCodec<>(0, 255, AddrGenMode::number,
            number -> new AddrGenMode((int) number));
    static final NumberCodec<RouteType> ROUTE_TYPE = new NumberCodec<>(0, 255, RouteType::number,
            number -> new RouteType((int) number));
    static final NumberCodec<RouteProtocol> ROUTE_PROTOCOL = new NumberCodec<>(0, 255, RouteProtocol::number,
            number -> new RouteProtocol((int) number));

    private Scalars() {}
}
