package io.podbridge.binding;

/**
 * A reason why a pod is not touched.
 *
 * @param code which reason, for programs
 * @param message a sentence that a person can act on
 */
public record Refusal(Code code, String message) {

    /** Why a pod is not touched. */
    public enum Code {
        /** There is no interface of that name. */
        NO_SUCH_INTERFACE,
        /** It is a loopback. */
        LOOPBACK,
        /** It has no Ethernet MAC address, or does not resolve addresses. */
        NOT_ETHERNET,
        /** It is of a kind that is bound only if asked for, or never. */
        KIND_NOT_ALLOWED,
        /** It is enslaved to a bridge, a bond or a VRF. */
        HAS_MASTER,
        /** Other links hang on it. */
        HAS_UPPER_LINK,
        /** The namespace looks like the host's own. */
        HOST_NAMESPACE,
        /** A name would be longer than 15 bytes. */
        NAME_TOO_LONG,
        /** A name is taken by a link or an alternative name. */
        NAME_TAKEN,
        /** The MTU is more than a tap carries. */
        MTU_TOO_LARGE,
        /** A placeholder of kind dummy was asked for, and the kernel has no such driver. */
        NO_DUMMY_DRIVER,
        /** A route could not be restored. */
        ROUTE_NOT_RESTORABLE,
        /** An address or a neighbour could not be restored. */
        NOT_RESTORABLE,
        /** CAP_NET_ADMIN is missing. */
        NOT_PRIVILEGED,
        /** There is no {@code /dev/net/tun}, or it may not be opened here. */
        NO_TUN_DEVICE,
        /** A setting below {@code /proc/sys} would have to be changed, and cannot be written. */
        READ_ONLY_SYSCTL,
        /** None of the addresses for the bridge is free, or the chosen one is taken. */
        FAKE_ADDRESS_TAKEN,
        /** The journal says that another binding was begun. */
        BINDING_CHANGED,
        /** The journal is about another interface or namespace than the one that is there. */
        IDENTITY_CHANGED,
        /** The interface looks as if it were bound, and there is no journal of it. */
        JOURNAL_MISSING,
        /** A VM is attached to the tap. */
        VM_ATTACHED
    }

    @Override
    public String toString() {
        return code + ": " + message;
    }
}
