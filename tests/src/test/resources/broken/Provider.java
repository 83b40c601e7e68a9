package broken.NAME;

import io.podbridge.netlink.Availability;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;

public final class Provider implements NetlinkHandlerProvider {

    public Provider() {
        super();
    }

    @Override
    public String id() {
        return "NAME";
    }

    @Override
    public int priority() {
        return 1000;
    }

    @Override
    public Availability availability() {
        return Availability.available("sound");
    }

    @Override
    public NetlinkHandler open(HandlerOptions options) {
        throw new UnsupportedOperationException();
    }

    /** Keeps the package alive when the provider is taken out of it. */
    static final class Kept {}
}
