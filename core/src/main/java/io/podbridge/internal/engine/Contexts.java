package io.podbridge.internal.engine;

import io.podbridge.internal.step.BindingContext;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Route;
import java.time.Clock;
import java.util.Set;

/**
 * Makes what steps go by out of what the journal says, of what kernel and backend can do, and of the time.
 *
 * @param handler the namespace
 * @param clock tells by which time lifetimes are counted
 */
record Contexts(NetlinkHandler handler, Clock clock) {

    BindingContext of(BindingRecord record, boolean mending) {
        return of(record, mending, Set.of());
    }

    BindingContext of(BindingRecord record, boolean mending, Set<Route> givenUp) {
        return new BindingContext(record.binding(), record.pod(), record.own().orElseThrow(), mending,
                new BindingContext.Traits(handler.supports(Feature.TAP_INDEX), handler.supports(Feature.WRITABLE_SYSCTL),
                        handler.supports(Feature.ADDRESS_PROTOCOL)),
                clock.instant(), givenUp);
    }
}
