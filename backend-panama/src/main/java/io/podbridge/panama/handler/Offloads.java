package io.podbridge.panama.handler;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.panama.ffi.NativeMemory;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.socket.Conversation;

/** Offloads, through the ioctl of ethtool ({@code linux/ethtool.h}, {@code linux/sockios.h}). */
final class Offloads {
    private static final long SIOCETHTOOL = 0x8946;
    private static final int ETHTOOL_STXCSUM = 0x17;

    private final Conversation conversation;
    private final LinkLookup links;

    Offloads(Conversation conversation, LinkLookup links) {
        this.conversation = conversation;
        this.links = links;
    }

    void switchTxChecksumOff(LinkId link) throws SystemCallException {
        try (InterfaceRequest request = new InterfaceRequest(links.name(link));
                NativeMemory value = new NativeMemory(2 * Integer.BYTES)) {
            value.buffer().putInt(0, ETHTOOL_STXCSUM).putInt(Integer.BYTES, 0);
            request.address(value.address());
            conversation.ioctl(SIOCETHTOOL, request.memory());
        }
    }
}
