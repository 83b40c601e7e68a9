package io.podbridge.netlink.request;

import java.util.List;

/**
 * One change to a network namespace, as data. New kinds of request may come; a handler answers
 * {@link io.podbridge.netlink.FailureKind#UNSUPPORTED} to one that it does not know, or that has a part that it cannot send (an unknown
 * attribute, a flag, a state), and never leaves one out, nor a part of one.
 */
public interface NetlinkRequest {

    /** {@return what is done, as it reads after "cannot", such as {@code add bridge}} */
    String operation();

    /** {@return what it is done to, as it reads after the operation, such as {@code "k6t-eth0"}} */
    String target();

    /** {@return the commands that do the same by hand, in order; at least one} */
    List<Command> commands();

    /**
     * What {@link #commands} leaves out, since {@code ip(8)} has no words for it.
     *
     * @return each as it reads after "no words for", such as {@code an encapsulation}; empty if the commands do all
     */
    default List<String> unsaid() {
        return List.of();
    }
}
