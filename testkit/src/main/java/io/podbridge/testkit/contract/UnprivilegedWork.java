package io.podbridge.testkit.contract;

import io.podbridge.netlink.NetlinkHandler;
import java.util.List;

/**
 * What the suite does with a handler that has no privilege. Its class has a constructor without arguments and no state, since it may be
 * made anew in another JVM; what it finds out are lines of text.
 */
public interface UnprivilegedWork {

    /**
     * Does the work.
     *
     * @param handler a handler without privilege
     * @return what came of it, a line each, none with a line break
     */
    List<String> with(NetlinkHandler handler);
}
