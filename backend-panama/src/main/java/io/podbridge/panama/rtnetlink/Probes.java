package io.podbridge.panama.rtnetlink;

import io.podbridge.panama.wire.Netlink;

/** Requests that change nothing, whose answer tells what this kernel can do and lets the caller do. */
public final class Probes {
    private static final int LOOPBACK = 1;
    private static final byte[] MULTICAST = {1, 0, 0, 0, 0, 0};

    private Probes() {}

    /** {@return a change of the loopback that asks for nothing: EPERM without CAP_NET_ADMIN} */
    public static Message netAdmin() {
        return Message.change(Rtm.SETLINK, 0, body -> LinkHeader.write(body, LOOPBACK, 0, 0));
    }

    /** {@return the deletion of no alternative name: EOPNOTSUPP before Linux 5.5} */
    public static Message altNames() {
        return Message.change(Rtm.DELLINKPROP, 0, body -> LinkHeader.write(body, LOOPBACK, 0, 0));
    }

    /**
     * The making of a link with an address that no link can have: EOPNOTSUPP if the kernel has no such kind and cannot load it,
     * otherwise the kind refuses the address (EADDRNOTAVAIL).
     *
     * @param kind the kind
     * @return the request
     */
    public static Message linkKind(String kind) {
        return Message.change(Rtm.NEWLINK, Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL, body -> {
            LinkHeader.write(body, 0, 0, 0).attribute(Ifla.ADDRESS, MULTICAST);
            int info = body.nest(Ifla.LINKINFO);
            body.attribute(Ifla.INFO_KIND, kind).unnest(info);
        });
    }
}
