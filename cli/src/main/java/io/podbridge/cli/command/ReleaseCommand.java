package io.podbridge.cli.command;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.Phase;
import io.podbridge.binding.PodInterface;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import io.podbridge.netlink.model.InterfaceAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives a pod its network back. */
@Command(description = "give the pod its network back as it was; refuses while a VM holds the tap")
final class ReleaseCommand extends NicCommand {
    @Option(names = "--force", description = "even while a VM holds the tap, which is cut off")
    private boolean force;

    ReleaseCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        BridgePodNetworkConfigurator pod = configurator();
        Optional<PodInterface> taken = taken(pod);
        List<String> warnings = warnings(pod);
        boolean released = force ? pod.forceRelease() : pod.release();
        if (common().isJson()) {
            console().line(Json.document(json -> write(json, released, warnings)));
        } else {
            console().heading(released
                    ? taken.map(found -> subject(pod) + " has its network back: " + describe(found))
                            .orElse(subject(pod) + " has its network back")
                    : "nothing to release: " + subject(pod) + " is not bound");
            console().lines(warnings.stream().map(warning -> "  warning: " + warning).toList());
        }
        return ExitCode.DONE;
    }

    /** Once a binding has begun, this reads the journal and nothing else. */
    private static Optional<PodInterface> taken(BridgePodNetworkConfigurator pod) {
        return pod.phase().hasTouchedKernel() ? Optional.of(pod.discoverPodNetworkInterface()) : Optional.empty();
    }

    /** What was found of a complete binding is gone once it is released. */
    private static List<String> warnings(BridgePodNetworkConfigurator pod) {
        return pod.phase() == Phase.PREPARED ? pod.plan().warnings() : List.of();
    }

    private static String describe(PodInterface found) {
        String addresses = found.movableAddresses().stream().map(InterfaceAddress::toString).collect(Collectors.joining(", "));
        return "MAC address " + found.link().hardwareAddress() + ", "
                + (addresses.isEmpty() ? "no address" : addresses) + ", " + found.routes().size() + " routes";
    }

    private static void write(Json json, boolean released, List<String> warnings) {
        json.field("phase", Phase.PENDING).field("released", released).texts("warnings", warnings);
    }
}
