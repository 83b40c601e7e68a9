package io.podbridge.cli.command;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BindingPlan;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import io.podbridge.cli.output.PlanText;
import io.podbridge.cli.output.RefusalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what bind would do. */
@Command(description = "what bind would do, as ip(8) lines; nothing is touched")
final class PlanCommand extends NicCommand {
    @Mixin
    private BindingOptions options = new BindingOptions();

    PlanCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        BridgePodNetworkConfigurator pod = configurator(options);
        BindingPlan plan = pod.plan();
        if (common().isJson()) {
            console().line(Json.document(json -> write(json, plan)));
        }
        if (!plan.refusals().isEmpty()) {
            throw new RefusedException(plan.refusals());
        }
        if (!common().isJson()) {
            console().heading(subject(pod) + " is " + plan.phase() + "; " + PlanText.summary(plan));
            console().lines(PlanText.lines(plan));
        }
        return ExitCode.DONE;
    }

    private static void write(Json json, BindingPlan plan) {
        json.field("phase", plan.phase()).objects("refusals", plan.refusals(), RefusalJson::write);
        json.objects("steps", plan.steps(), (object, step) -> object.field("name", step.name()).field("holds", step.holds())
                .texts("commands", PlanText.commands(step)));
        json.texts("warnings", plan.warnings());
    }
}
