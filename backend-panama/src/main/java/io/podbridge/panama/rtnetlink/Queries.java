package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkName;
import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Netlink;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The questions that the kernel is asked. The headers are filled as strict checking wants them. */
public final class Queries {

    private Queries() {}

    /** {@return all links, without statistics} */
    public static Message links() {
        return dump(Rtm.GETLINK, body -> link(body, 0));
    }

    /**
     * One link by its index.
     *
     * @param index the interface index
     * @return the question
     */
    public static Message link(int index) {
        return new Message(Rtm.GETLINK, Netlink.NLM_F_REQUEST, body -> link(body, index));
    }

    /**
     * One link by its name or an alternative one: IFLA_IFNAME finds both, but holds no more than 15 bytes.
     *
     * @param name the name
     * @return the question
     */
    public static Message link(String name) {
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LinkName.MAX_BYTES;
        return new Message(Rtm.GETLINK, Netlink.NLM_F_REQUEST,
                body -> link(body, 0).attribute(fits ? Ifla.IFNAME : Ifla.ALT_IFNAME, name));
    }

    /** {@return all addresses of all families} */
    public static Message addresses() {
        return dump(Rtm.GETADDR, body -> body.u8(Rtm.AF_UNSPEC).u8(0).u8(0).u8(0).u32(0));
    }

    /**
     * All routes of a family, from all tables, without the cache.
     *
     * @param family the family
     * @return the question
     */
    public static Message routes(IpFamily family) {
        return dump(Rtm.GETROUTE, body -> body.u8(family.number()).u8(0).u8(0).u8(0).u32(0).u32(0));
    }

    /**
     * The neighbour tables of all families.
     *
     * @param proxies whether the proxies are wanted, which the kernel keeps apart, or the others
     * @return the question
     */
    public static Message neighbours(boolean proxies) {
        return dump(Rtm.GETNEIGH,
                body -> body.u8(Rtm.AF_UNSPEC).u8(0).u16(0).u32(0).u16(0).u8(proxies ? Nda.NTF_PROXY : 0).u8(0));
    }

    /** {@return all next-hop objects} */
    public static Message nextHopObjects() {
        return dump(Rtm.GETNEXTHOP, body -> body.u8(Rtm.AF_UNSPEC).u8(0).u8(0).u8(0).u32(0));
    }

    private static MessageWriter link(MessageWriter body, int index) {
        return body.u8(Rtm.AF_UNSPEC).u8(0).u16(0).u32(index).u32(0).u32(0).attribute32(Ifla.EXT_MASK, Ifla.EXT_MASK_SKIP_STATS);
    }

    private static Message dump(int type, Consumer<MessageWriter> body) {
        return new Message(type, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP, body);
    }
}
