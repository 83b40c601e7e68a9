package io.podbridge.tests.exclusion;

import java.util.concurrent.ThreadFactory;

/** What carries a verb. */
enum Threads {
    PLATFORM, VIRTUAL;

    ThreadFactory factory() {
        return switch (this) {
            case PLATFORM -> Thread.ofPlatform().daemon().factory();
            case VIRTUAL -> Thread.ofVirtual().factory();
        };
    }
}
