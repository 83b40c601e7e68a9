package io.podbridge.tests.sigkill;

import io.podbridge.BridgePodNetworkConfigurator;

/** What a process does to a pod. */
public enum Verb {
    BIND, RELEASE;

    /** Does it. */
    public void on(BridgePodNetworkConfigurator pod) {
        switch (this) {
            case BIND -> pod.preparePodNetworkInterface();
            case RELEASE -> pod.release();
        }
    }
}
