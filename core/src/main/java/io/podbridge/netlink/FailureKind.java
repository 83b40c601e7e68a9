package io.podbridge.netlink;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteReplace;

/** What a failure means to the caller, whichever backend met it. */
public enum FailureKind {
    /** What was to be made is there already, or its name is taken. */
    EXISTS,
    /** What was to be changed is not there. */
    NOT_FOUND,
    /** The caller lacks a capability, or a file cannot be written. */
    DENIED,
    /** The object is in use, or in a state that does not allow it. */
    BUSY,
    /** This kernel, this link or this backend cannot do it at all. */
    UNSUPPORTED,
    /** The kernel does not take the value. */
    INVALID,
    /** The table changed while it was read, as often as was tried. */
    DUMP_INTERRUPTED,
    /** The deadline passed; whether the kernel did it is not known. */
    TIMEOUT,
    /** Anything else; the errno tells. */
    OTHER;

    /**
     * Classes an errno without knowing the request.
     *
     * @param errno what the kernel answered
     * @return its class
     */
    public static FailureKind of(Errno errno) {
        return switch (errno.name()) {
            case "EEXIST", "EADDRINUSE" -> EXISTS;
            case "ENODEV", "ENOENT", "ESRCH", "ENXIO" -> NOT_FOUND;
            case "EPERM", "EACCES", "EROFS" -> DENIED;
            case "EBUSY" -> BUSY;
            case "EOPNOTSUPP", "EAFNOSUPPORT", "EPROTONOSUPPORT", "ENOPROTOOPT", "ENOSYS", "ENOTSUPP", "ENOTTY" -> UNSUPPORTED;
            case "EINVAL", "ERANGE", "ELOOP", "EADDRNOTAVAIL", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "ENAMETOOLONG",
                    "EMSGSIZE" ->
                INVALID;
            case "ETIMEDOUT" -> TIMEOUT;
            default -> OTHER;
        };
    }

    /**
     * Classes an errno as the answer to a request: some numbers mean different things to different requests.
     *
     * @param request what was asked
     * @param errno what the kernel answered
     * @return its class
     */
    public static FailureKind of(NetlinkRequest request, Errno errno) {
        if (request instanceof AddressDelete && errno.is("EADDRNOTAVAIL")) {
            return NOT_FOUND;
        }
        return errno.is("EACCES") && needsIpv6(request) ? UNSUPPORTED : of(errno);
    }

    /** The kernel answers EACCES, not EOPNOTSUPP, where IPv6 is disabled on the link. */
    private static boolean needsIpv6(NetlinkRequest request) {
        return (request instanceof AddressAdd add && add.address().family() == IpFamily.IPV6)
                || (request instanceof AddressReplace replace && replace.address().family() == IpFamily.IPV6)
                || (request instanceof RouteReplace route && route.route().family() == IpFamily.IPV6)
                || (request instanceof RouteAppend append && append.route().family() == IpFamily.IPV6);
    }
}
