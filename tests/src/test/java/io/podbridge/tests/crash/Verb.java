package io.podbridge.tests.crash;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.internal.engine.Engine;
import java.util.function.Consumer;

/** What a process does to a pod. */
enum Verb {
    PREPARE(Engine::prepare, BridgePodNetworkConfigurator::preparePodNetworkInterface),
    RELEASE(engine -> engine.release(false), BridgePodNetworkConfigurator::release);

    private final Consumer<Engine> work;
    private final Consumer<BridgePodNetworkConfigurator> call;

    Verb(Consumer<Engine> work, Consumer<BridgePodNetworkConfigurator> call) {
        this.work = work;
        this.call = call;
    }

    /** With a journal of the test's own, and without a lock. */
    void with(Engine engine) {
        work.accept(engine);
    }

    /** As an agent does it. */
    void through(BridgePodNetworkConfigurator configurator) {
        call.accept(configurator);
    }
}
