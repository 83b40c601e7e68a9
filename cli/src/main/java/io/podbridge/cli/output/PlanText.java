package io.podbridge.cli.output;

import io.podbridge.binding.BindingPlan;
import io.podbridge.binding.PlannedStep;
import io.podbridge.netlink.request.Command;
import java.util.ArrayList;
import java.util.List;

/** A plan for people: the steps, and under each the lines of ip(8) that do the same by hand. */
public final class PlanText {

    private PlanText() {}

    /**
     * What the steps come to, in a clause.
     *
     * @param plan a plan without refusals
     * @return whether anything would have to be changed
     */
    public static String summary(BindingPlan plan) {
        long missing = plan.steps().stream().filter(step -> !step.holds()).count();
        return missing == 0
                ? "nothing would have to be changed"
                : missing + " of " + plan.steps().size() + " steps would be taken";
    }

    /**
     * The steps.
     *
     * @param plan a plan without refusals
     * @return the lines
     */
    public static List<String> lines(BindingPlan plan) {
        List<String> lines = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            lines.add("  " + step.name() + (step.holds() ? ": holds" : ""));
            commands(step).forEach(command -> lines.add("      " + command));
        }
        plan.warnings().forEach(warning -> lines.add("  warning: " + warning));
        return lines;
    }

    /**
     * What a step would do.
     *
     * @param step the step
     * @return the lines of ip(8), in order
     */
    public static List<String> commands(PlannedStep step) {
        return step.requests().stream().flatMap(request -> request.commands().stream()).map(Command::toString).toList();
    }
}
