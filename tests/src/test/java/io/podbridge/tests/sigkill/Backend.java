package io.podbridge.tests.sigkill;

import io.podbridge.iproute2.Iproute2NetlinkHandlerProvider;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import java.util.function.Supplier;

/** What a process talks to the kernel with. */
enum Backend {
    PANAMA(PanamaNetlinkHandlerProvider::new), IPROUTE2(Iproute2NetlinkHandlerProvider::new);

    private final Supplier<NetlinkHandlerProvider> provider;

    Backend(Supplier<NetlinkHandlerProvider> provider) {
        this.provider = provider;
    }

    NetlinkHandlers handlers() {
        return NetlinkHandlers.of(provider.get());
    }
}
