package io.podbridge.cli.command;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.cli.output.Console;
import picocli.CommandLine.Mixin;

/** A command about one interface of one namespace. */
abstract class NicCommand extends Subcommand {
    @Mixin
    private NamespaceOptions namespace = new NamespaceOptions();

    @Mixin
    private NicOptions nic = new NicOptions();

    NicCommand(Console console) {
        super(console);
    }

    BridgePodNetworkConfigurator configurator() {
        return configurator(new BindingOptions());
    }

    BridgePodNetworkConfigurator configurator(BindingOptions options) {
        BridgeBinding binding = options.applyTo(nic.binding());
        return common().bindings(console()).configurator(namespace.namespace(), binding);
    }

    /** {@return interface and namespace as they read in a sentence} */
    static String subject(BridgePodNetworkConfigurator pod) {
        return "\"" + pod.binding().interfaceName() + "\" of " + pod.namespace();
    }
}
