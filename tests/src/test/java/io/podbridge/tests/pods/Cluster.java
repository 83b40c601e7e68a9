package io.podbridge.tests.pods;

import io.podbridge.netlink.NetlinkHandlers;

/** Where pods are made, each with the same interface, MAC and addresses. */
public interface Cluster {

    /** {@return what leads to their kernel} */
    NetlinkHandlers handlers();

    /** {@return a new pod of the standard shape} */
    MortalPod pod();
}
