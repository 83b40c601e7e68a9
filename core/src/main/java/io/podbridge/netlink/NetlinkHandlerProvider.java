package io.podbridge.netlink;

import java.util.function.Function;

/**
 * A backend, as {@link java.util.ServiceLoader} finds it. It has a public constructor without arguments that does nothing: everything
 * that can fail, or that links native code or starts a process, waits for {@link #availability} or {@link #open}.
 */
public interface NetlinkHandlerProvider {

    /** {@return the name by which it is chosen, such as {@code panama}: lower case, no spaces} */
    String id();

    /** {@return its rank among those that are available, higher first; panama has 100, iproute2 50} */
    int priority();

    /**
     * Whether it can serve on this machine and in this JVM. Asked only when the answer matters, since it may link native code or start
     * a process. Once it is available it stays so.
     *
     * @return the answer, with a reason; never an exception
     */
    Availability availability();

    /**
     * Opens a conversation with the kernel.
     *
     * @param options namespace, deadline and listener
     * @return an open handler, which the caller closes
     * @throws NetlinkException NOT_FOUND if the namespace is gone, INVALID if it is no network namespace, DENIED if it may not be
     *         entered (CAP_SYS_ADMIN), UNSUPPORTED if the backend is not available
     */
    NetlinkHandler open(HandlerOptions options);

    /**
     * Opens a conversation for some work, and closes it after that. A backend that has to be in the namespace with a thread of its own may do
     * all of the work in that thread, so that no call is handed from one to another: the calling thread waits, and while it is interrupted the
     * work is. So the handler is for the thread alone that the work runs in. That thread is in the namespace only while a call of the handler
     * is: what the work opens by itself is not the pod's.
     *
     * @param options namespace, deadline and listener
     * @param work what to do with the open handler
     * @param <T> what comes of it
     * @return what came of it
     * @throws NetlinkException as {@link #open}, before the work has begun; and whatever the work throws
     */
    default <T> T during(HandlerOptions options, Function<NetlinkHandler, T> work) {
        try (NetlinkHandler handler = open(options)) {
            return work.apply(handler);
        }
    }
}
