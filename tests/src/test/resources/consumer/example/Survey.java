package example;

import io.podbridge.netlink.NetlinkHandlers;

/** Prints every backend with what is known about it. */
public final class Survey {

    private Survey() {}

    /**
     * Prints.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        NetlinkHandlers.installed().statuses().forEach(status -> System.out.println((status.selected() ? "* " : "- ") + status.id()
                + " " + (status.availability().isAvailable() ? "available" : "unavailable") + ": " + status.availability().reason()));
    }
}
