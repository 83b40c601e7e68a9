package io.podbridge.tests.sigkill;

import io.podbridge.BridgePodNetworkConfigurator;

/** What a process does to a pod. */
enum Verb {
    BIND, RELEASE;

    void on(BridgePodNetworkConfigurator pod) {
        switch (this) {
            case BIND -> pod.preparePodNetworkInterface();
            case RELEASE -> pod.release();
        }
    }
}
