package example;

import io.podbridge.Bindings;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Path;

/** Plans what cannot be done, and prints why not. */
public final class Plan {

    private Plan() {}

    /**
     * Plans.
     *
     * @param arguments the directory of the journals
     */
    public static void main(String[] arguments) {
        Bindings.in(Path.of(arguments[0])).configurator(NetworkNamespace.current(), BridgeBinding.of("no-such-nic")).plan().refusals()
                .forEach(refusal -> System.out.println(refusal.code()));
    }
}
