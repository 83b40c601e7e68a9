package io.podbridge.netlink;

import io.podbridge.netlink.request.NetlinkRequest;
import java.util.Optional;

/**
 * What became of one request of a list.
 *
 * @param request the request
 * @param status whether it was carried out
 * @param failure why not, where it failed
 */
public record RequestOutcome(NetlinkRequest request, Status status, Optional<NetlinkException> failure) {

    /** What can become of a request. */
    public enum Status {
        /** The kernel acknowledged it. */
        DONE,
        /** It failed; a request of several changes may have done the first of them. */
        FAILED,
        /** It was not sent, since one before it failed. */
        NOT_SENT
    }

    /**
     * A request that the kernel acknowledged.
     *
     * @param request the request
     * @return the outcome
     */
    public static RequestOutcome done(NetlinkRequest request) {
        return new RequestOutcome(request, Status.DONE, Optional.empty());
    }

    /**
     * A request that failed.
     *
     * @param request the request
     * @param failure why
     * @return the outcome
     */
    public static RequestOutcome failed(NetlinkRequest request, NetlinkException failure) {
        return new RequestOutcome(request, Status.FAILED, Optional.of(failure));
    }

    /**
     * A request that was not sent, since one before it failed.
     *
     * @param request the request
     * @return the outcome
     */
    public static RequestOutcome notSent(NetlinkRequest request) {
        return new RequestOutcome(request, Status.NOT_SENT, Optional.empty());
    }

    /** {@return whether the kernel acknowledged it} */
    public boolean isDone() {
        return status == Status.DONE;
    }
}
