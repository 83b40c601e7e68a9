package io.podbridge.testkit;

import io.podbridge.netlink.Availability;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;

/** Opens handlers of one {@link FakeKernel}. */
final class FakeProvider implements NetlinkHandlerProvider {
    private final FakeKernel kernel;

    FakeProvider(FakeKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        return Availability.available("a kernel in memory");
    }

    @Override
    public NetlinkHandler open(HandlerOptions options) {
        return kernel.open(options);
    }
}
