package io.podbridge.tests.deadpods;

import io.podbridge.netlink.NetlinkHandlers;

/** Where pods are made, each with the same interface, MAC and addresses. */
interface Cluster {
    NetlinkHandlers handlers();

    MortalPod pod();
}
