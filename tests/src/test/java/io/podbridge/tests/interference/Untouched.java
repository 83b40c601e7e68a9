package io.podbridge.tests.interference;

import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.tests.pods.MortalPod;

/** A pod that nobody binds, for comparison: what a stranger does to it and does not take back is no binding's fault. */
final class Untouched {

    private Untouched() {}

    /** {@return what is left after the stranger came and went; a pod of the same shape has the same indices, so the record fits} */
    static NamespaceState after(MortalPod pod, Interference interference, BindingRecord record) {
        try (pod; NetlinkHandler handler = pod.open()) {
            NamespaceState before = pod.settledState();
            handler.execute(interference.requests().apply(new Cast(before, record)));
            Withdrawal.from(pod, before, link -> false);
            return pod.settledState();
        }
    }
}
