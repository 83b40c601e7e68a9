package io.podbridge.internal.step;

import java.util.List;

/**
 * The steps of giving a pod its network back, in order. The NIC has its addresses again before the placeholder goes, so that routes of
 * other links that have one of them as source stay. The group of what the binding made comes first, so that the look which the routes
 * need anyway has seen it when all of it is deleted.
 */
public final class ReleaseSteps {

    private ReleaseSteps() {}

    /**
     * The steps of one binding.
     *
     * @param context what they go by
     * @return the steps in order
     */
    public static List<Step> of(BindingContext context) {
        return List.of(new GroupOwnLinks(context), new FreeNic(context), new YieldName(context), new NameNicBack(context),
                new Ipv6Back(context), new AddressNicBack(context), new RaiseNicBack(context), new RouteBack(context),
                new NeighboursBack(context), new DetectionBack(context), new NetfilterBack(context), new DeleteOwnLinks(context));
    }
}
