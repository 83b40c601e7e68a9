package io.podbridge.internal.preflight;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.binding.Refusal;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.NetlinkHandler;
import java.util.List;
import java.util.stream.Stream;

/** All that is looked at before a pod is touched. */
public final class Preflight {
    private final Candidate candidate;

    /**
     * Looks at one pod.
     *
     * @param binding what was asked for
     * @param pod what was found
     * @param observed the namespace around it
     * @param handler answers what kernel and backend can do
     */
    public Preflight(BridgeBinding binding, PodInterface pod, Observed observed, NetlinkHandler handler) {
        this.candidate = new Candidate(binding, pod, observed, handler);
    }

    /** {@return why the pod is not to be touched; empty if nothing stands in the way} */
    public List<Refusal> refusals() {
        return Stream
                .<Check>of(new NicCheck(candidate), new AttachmentCheck(candidate), new NamesCheck(candidate),
                        new KernelCheck(candidate),
                        new RoutesCheck(candidate), new BackendCheck(candidate), new HostCheck(candidate),
                        new FakeAddressCheck(candidate))
                .flatMap(check -> check.refusals().stream())
                .toList();
    }

    /** {@return what stands in the way of a NIC whose binding was begun, when our own links and names are there already} */
    public List<Refusal> refusalsOfNic() {
        return Stream.<Check>of(new NicCheck(candidate), new AttachmentCheck(candidate), new RoutesCheck(candidate),
                new BackendCheck(candidate))
                .flatMap(check -> check.refusals().stream()).toList();
    }

    /** {@return what works less well in this pod, a sentence each} */
    public List<String> warnings() {
        return Warnings.of(candidate);
    }
}
