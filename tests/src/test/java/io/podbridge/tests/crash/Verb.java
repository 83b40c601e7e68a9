package io.podbridge.tests.crash;

import io.podbridge.internal.engine.Engine;
import java.util.function.Consumer;

/** What a process does to a pod until it dies. */
enum Verb {
    PREPARE(Engine::prepare), RELEASE(engine -> engine.release(false));

    private final Consumer<Engine> work;

    Verb(Consumer<Engine> work) {
        this.work = work;
    }

    void with(Engine engine) {
        work.accept(engine);
    }
}
