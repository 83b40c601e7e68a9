package io.podbridge.tests.sigkill;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.Verb;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that binds or releases a pod, and may not live to see the end of it. */
final class Victim {
    /** With which it ends where it is told to: nothing of the JVM runs any more then, no {@code finally} and no hook. */
    static final int HALTED = 77;
    /** What it says before it does anything to the pod, and after it. */
    static final String BEGUN = "begun";
    static final String DONE = "done";
    static final BridgeBinding BINDING = BridgeBinding.of("eth0").withTapOwner(107, 107);

    private Victim() {}

    /**
     * Does one verb.
     *
     * @param arguments backend, verb, the namespace's name, the directory of journals, and after how many requests to halt
     */
    public static void main(String[] arguments) {
        Backend backend = Backend.valueOf(arguments[0]);
        BridgePodNetworkConfigurator pod = Bindings.in(Path.of(arguments[3])).withHandlers(backend.handlers())
                .withListener(haltingAfter(Integer.parseInt(arguments[4])))
                .configurator(NetworkNamespace.ofName(arguments[2]), BINDING);
        System.out.println(BEGUN);
        Verb.valueOf(arguments[1]).through(pod);
        System.out.println(DONE);
    }

    private static RequestListener haltingAfter(int requests) {
        AtomicInteger heard = new AtomicInteger();
        return (outcome, time) -> {
            if (heard.incrementAndGet() == requests) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }
}
