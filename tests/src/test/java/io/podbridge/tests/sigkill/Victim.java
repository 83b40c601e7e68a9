package io.podbridge.tests.sigkill;

import io.podbridge.BindingException;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.BehindRequest;
import io.podbridge.tests.matrix.ChangingVerb;
import java.nio.file.Path;
import java.util.List;

/** A process that binds or releases a pod, and may not live to see the end of it. */
final class Victim {
    /** With which it ends where it is told to: nothing of the JVM runs any more then, no {@code finally} and no hook. */
    static final int HALTED = 77;
    /** With which it ends where the verb fails with an error of its own. */
    static final int FAILED = 78;
    /** What it says before it does anything to the pod, and after it. */
    static final String BEGUN = "begun";
    static final String DONE = "done";
    private static final String FAILURE = "failed: ";
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
        try {
            ChangingVerb.valueOf(arguments[1]).through(pod);
            System.out.println(DONE);
        } catch (BindingException | NetlinkException e) {
            System.out.println(FAILURE + e.getMessage());
            System.exit(FAILED);
        }
    }

    /** {@return whether it has said one error, in one line, and nothing else after it began} */
    static boolean hasFailedClearly(List<String> said) {
        return said.size() == 2 && said.get(0).equals(BEGUN) && said.get(1).startsWith(FAILURE + "step ");
    }

    private static RequestListener haltingAfter(int requests) {
        return new BehindRequest(requests, () -> Runtime.getRuntime().halt(HALTED));
    }
}
