package io.podbridge.internal.step;

import java.util.List;
import java.util.stream.Stream;

/** The steps of making a binding, in order: all that can fail comes before the pod's NIC is touched. */
public final class BindingSteps {

    private BindingSteps() {}

    /**
     * The steps of one binding.
     *
     * @param context what they go by
     * @return the steps in order
     */
    public static List<Step> of(BindingContext context) {
        List<Step> steps = List.of(new MakeBridge(context), new NetfilterOff(context), new MakeTap(context),
                new MakePlaceholder(context), new LeaveGroups(context), new TakeNicDown(context), new RenameNic(context),
                new NamePlaceholder(context), new AddressPlaceholder(context), new StripNic(context), new SilenceNic(context),
                new EnslaveNic(context), new ForwardToGuest(context), new RaiseNic(context));
        return context.own().placeholderIsUp() ? withRoutes(steps, context) : steps;
    }

    private static List<Step> withRoutes(List<Step> steps, BindingContext context) {
        return Stream.concat(steps.stream(), Stream.of(new RaisePlaceholder(context), new RoutePlaceholder(context))).toList();
    }
}
