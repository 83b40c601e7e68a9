package io.podbridge.panama.wire;

/**
 * The kernel's answer to a request, or the end of a dump.
 *
 * @param errno 0 for success, otherwise the positive error number
 * @param message the kernel's own words (the extended acknowledgement); empty if it had none
 */
public record Acknowledgement(int errno, String message) {
    private static final int NLMSGERR_ATTR_MSG = 1;
    private static final int ERRNO_SIZE = 4;

    /** {@return whether the request was carried out} */
    public boolean isSuccess() {
        return errno == 0;
    }

    /**
     * Reads an acknowledgement. A broken extended acknowledgement never hides the error number.
     *
     * @param message a reader that stands on an NLMSG_ERROR or NLMSG_DONE
     * @return the answer; success for an NLMSG_DONE without a payload
     * @throws WireException if an NLMSG_ERROR has no error number
     */
    public static Acknowledgement read(MessageReader message) {
        Payload payload = message.payload();
        if (message.type() == Netlink.NLMSG_DONE && payload.to() - payload.from() < ERRNO_SIZE) {
            return new Acknowledgement(0, "");
        }
        int errno = Math.abs(payload.require(ERRNO_SIZE).s32(0));
        boolean hasAttributes = (message.flags() & Netlink.NLM_F_ACK_TLVS) != 0;
        return new Acknowledgement(errno, hasAttributes ? words(payload, attributesAt(message, payload)) : "");
    }

    /** After the number come, in an NLMSG_ERROR, the header of the request and, unless the kernel was told to cap it, its payload. */
    private static int attributesAt(MessageReader message, Payload payload) {
        if (message.type() == Netlink.NLMSG_DONE) {
            return ERRNO_SIZE;
        }
        boolean capped = (message.flags() & Netlink.NLM_F_CAPPED) != 0;
        int echoed = capped || payload.to() - payload.from() < 8 ? Netlink.HEADER_SIZE : payload.s32(4);
        return ERRNO_SIZE + Netlink.align(Math.max(Netlink.HEADER_SIZE, Math.min(echoed, payload.to() - payload.from())));
    }

    private static String words(Payload payload, int at) {
        try {
            AttributeReader attributes = payload.attributes(at);
            while (attributes.next()) {
                if (attributes.type() == NLMSGERR_ATTR_MSG) {
                    return attributes.string();
                }
            }
            return "";
        } catch (WireException e) {
            return "(an explanation that could not be read: " + e.getMessage() + ")";
        }
    }
}
