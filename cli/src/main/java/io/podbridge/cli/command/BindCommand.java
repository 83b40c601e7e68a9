package io.podbridge.cli.command;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import io.podbridge.cli.output.PreparedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Hands an interface over. */
@Command(description = "hand an interface over; goes on after a crash, mends what has drifted")
final class BindCommand extends NicCommand {
    @Mixin
    private BindingOptions options = new BindingOptions();

    BindCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        BridgePodNetworkConfigurator pod = configurator(options);
        PreparedPod prepared = pod.preparePodNetworkInterface();
        if (common().isJson()) {
            console().line(Json.document(json -> write(json, prepared)));
        } else {
            long changed = prepared.steps().stream().filter(PreparedPod.StepResult::changed).count();
            console().heading(subject(pod) + " is " + prepared.phase() + "; "
                    + (changed == 0
                            ? "nothing had to be changed"
                            : changed + " of " + prepared.steps().size() + " steps changed something")
                    + " (backend " + prepared.backend() + ", placeholder " + prepared.placeholder() + ")");
            console().lines(PreparedText.lines(prepared));
        }
        return ExitCode.DONE;
    }

    private static void write(Json json, PreparedPod prepared) {
        json.field("phase", prepared.phase()).field("changed", prepared.changed());
        json.objects("steps", prepared.steps(),
                (object, step) -> object.field("name", step.name()).field("changed", step.changed()));
        json.field("backend", prepared.backend()).field("placeholder", prepared.placeholder());
        json.texts("warnings", prepared.warnings());
    }
}
