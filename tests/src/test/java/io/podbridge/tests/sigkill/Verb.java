package io.podbridge.tests.sigkill;

import io.podbridge.BridgePodNetworkConfigurator;
import java.util.function.Consumer;

/** What a process does to a pod. */
enum Verb {
    BIND(BridgePodNetworkConfigurator::preparePodNetworkInterface), RELEASE(BridgePodNetworkConfigurator::release);

    private final Consumer<BridgePodNetworkConfigurator> call;

    Verb(Consumer<BridgePodNetworkConfigurator> call) {
        this.call = call;
    }

    void on(BridgePodNetworkConfigurator pod) {
        call.accept(pod);
    }
}
