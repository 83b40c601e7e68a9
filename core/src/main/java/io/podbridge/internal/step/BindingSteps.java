package io.podbridge.internal.step;

import java.util.List;

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
        return List.of(new MakeBridge(context), new NetfilterOff(context), new MakeTap(context), new MakePlaceholder(context),
                new LeaveGroups(context), new TakeNicDown(context),
                new RenameNic(context), new NamePlaceholder(context), new AddressPlaceholder(context), new StripNic(context),
                new SilenceNic(context), new EnslaveNic(context), new ForwardToGuest(context), new RaiseNic(context));
    }
}
