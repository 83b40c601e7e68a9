package io.podbridge.cli.command;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.Drift;
import io.podbridge.binding.Phase;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import java.util.List;
import picocli.CommandLine.Command;

/** Compares the kernel with a complete binding. */
@Command(description = "whether a binding holds; ends with 3 if it has drifted")
final class VerifyCommand extends NicCommand {

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        BridgePodNetworkConfigurator pod = configurator();
        Phase phase = pod.phase();
        List<Drift> drift = pod.verify();
        if (common().isJson()) {
            console().line(Json.document(json -> write(json, phase, drift)));
        } else {
            console().heading(subject(pod) + " is " + phase + "; "
                    + (drift.isEmpty() ? "all of it holds" : "drift:"));
            console().lines(drift.stream().map(found -> "  " + found).toList());
        }
        return drift.isEmpty() ? ExitCode.DONE : ExitCode.DRIFT;
    }

    private static void write(Json json, Phase phase, List<Drift> drift) {
        json.field("phase", phase).objects("drift", drift, (object, found) -> object.field("what", found.what())
                .field("wanted", found.wanted()).field("found", found.found()).field("step", found.step()));
    }
}
