package io.podbridge.tests.differential;

import io.podbridge.netlink.request.NetlinkRequest;

/** Makes up requests of one noun. */
@FunctionalInterface
interface RequestSource {
    NetlinkRequest next(Scene scene);
}
