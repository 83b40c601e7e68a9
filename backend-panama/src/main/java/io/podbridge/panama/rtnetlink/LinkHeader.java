package io.podbridge.panama.rtnetlink;

import io.podbridge.panama.wire.MessageWriter;

/** {@code struct ifinfomsg}, with which every message about a link begins. */
final class LinkHeader {
    /** {@code IFF_UP}. */
    static final int UP = 1;

    private LinkHeader() {}

    static MessageWriter write(MessageWriter body, int index, int flags, int changeMask) {
        return body.u8(Rtm.AF_UNSPEC).u8(0).u16(0).u32(index).u32(flags).u32(changeMask);
    }
}
