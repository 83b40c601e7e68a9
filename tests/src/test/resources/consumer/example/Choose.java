package example;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;

/** Says which backend is chosen, or why none is, and how many links it sees. The argument names a backend, if there is one. */
public final class Choose {

    private Choose() {}

    /**
     * Chooses, opens, prints.
     *
     * @param arguments the name of a backend, or nothing
     */
    public static void main(String[] arguments) {
        NetlinkHandlers installed = NetlinkHandlers.installed();
        NetlinkHandlers backends = arguments.length == 0 ? installed : installed.withBackend(arguments[0]);
        try (NetlinkHandler handler = backends.open(HandlerOptions.of(NetworkNamespace.current()))) {
            handler.linkByName("lo").orElseThrow();
            System.out.println(backends.provider().id());
        } catch (NetlinkException e) {
            System.out.println(e.kind() + ": " + e.getMessage());
        }
    }
}
