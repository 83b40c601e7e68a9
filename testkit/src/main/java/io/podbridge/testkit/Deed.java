package io.podbridge.testkit;

import io.podbridge.netlink.request.NetlinkRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a process asks of the kernel, and that a fault may strike.
 *
 * @param sort what it counts as
 * @param number the how manieth of its sort, from 1
 * @param request the request, if it is one
 * @param links the names of the links that the request names
 */
record Deed(Sort sort, int number, Optional<NetlinkRequest> request, Set<String> links) {

    /** What is counted apart. */
    enum Sort {
        REQUEST, READ, OPEN;

        @Override
        public String toString() {
            return this == OPEN ? "opened handler" : name().toLowerCase(Locale.ROOT);
        }
    }
}
