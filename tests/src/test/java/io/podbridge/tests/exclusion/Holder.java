package io.podbridge.tests.exclusion;

import io.podbridge.Bindings;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process that binds or releases a pod, and stops in the midst of it until its standard input ends. */
final class Holder {
    static final BridgeBinding BINDING = BridgeBinding.of("eth0").withTapOwner(0, 0);
    /** What it says when it has stopped. */
    static final String HOLDING = "holding";

    private Holder() {}

    /**
     * Does one verb.
     *
     * @param arguments verb, the namespace's name, the directory of journals
     */
    public static void main(String[] arguments) {
        ChangingVerb.valueOf(arguments[0]).through(Bindings.in(Path.of(arguments[2])).withHandlers(Backend.PANAMA.handlers())
                .withListener(stoppingOnce()).configurator(NetworkNamespace.ofName(arguments[1]), BINDING));
    }

    private static RequestListener stoppingOnce() {
        AtomicBoolean stopped = new AtomicBoolean();
        return (outcome, time) -> {
            if (stopped.compareAndSet(false, true)) {
                System.out.println(HOLDING);
                awaitEndOfInput();
            }
        };
    }

    private static void awaitEndOfInput() {
        try {
            System.in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
