package io.podbridge.tests.matrix;

import io.podbridge.iproute2.Iproute2NetlinkHandlerProvider;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;

/** What a process talks to the kernel with. */
public enum Backend {
    PANAMA, IPROUTE2;

    /** {@return handlers of this backend alone} */
    public NetlinkHandlers handlers() {
        return NetlinkHandlers.of(switch (this) {
            case PANAMA -> new PanamaNetlinkHandlerProvider();
            case IPROUTE2 -> new Iproute2NetlinkHandlerProvider();
        });
    }
}
