package io.podbridge.cli.command;

import io.podbridge.binding.BridgeBinding;
import picocli.CommandLine.Option;

/** Which of the pod's interfaces is meant. */
final class NicOptions {
    @Option(names = "--interface", paramLabel = "NAME", description = "the pod's interface (default: ${DEFAULT-VALUE})")
    private String interfaceName = "eth0";

    String interfaceName() {
        return interfaceName;
    }

    /** {@return the binding without options: the verbs that need none take them from the journal} */
    BridgeBinding binding() {
        try {
            return BridgeBinding.of(interfaceName);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }
}
