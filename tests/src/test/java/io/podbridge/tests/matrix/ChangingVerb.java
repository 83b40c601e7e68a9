package io.podbridge.tests.matrix;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.internal.engine.Engine;

/** What a process does to a pod that changes it. */
public enum ChangingVerb {
    PREPARE, RELEASE;

    /** With a journal of the test's own, and without a lock. */
    public void with(Engine engine) {
        switch (this) {
            case PREPARE -> engine.prepare();
            case RELEASE -> engine.release(false);
        }
    }

    /** As an agent does it. */
    public void through(BridgePodNetworkConfigurator configurator) {
        switch (this) {
            case PREPARE -> configurator.preparePodNetworkInterface();
            case RELEASE -> configurator.release();
        }
    }
}
