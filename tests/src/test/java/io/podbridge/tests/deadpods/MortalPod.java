package io.podbridge.tests.deadpods;

import io.podbridge.netlink.NetworkNamespace;

/** A pod that can be deleted, bound or not. */
interface MortalPod extends AutoCloseable {
    NetworkNamespace namespace();

    @Override
    void close();
}
