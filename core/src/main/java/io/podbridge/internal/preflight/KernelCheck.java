package io.podbridge.internal.preflight;

import io.podbridge.binding.PlaceholderKind;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.internal.pod.BridgeNetfilter;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Sysctl;
import java.util.ArrayList;
import java.util.List;

/** Whether the kernel has what the binding needs, and lets the caller use it. */
final class KernelCheck implements Check {
    private final Candidate candidate;

    KernelCheck(Candidate candidate) {
        this.candidate = candidate;
    }

    @Override
    public List<Refusal> refusals() {
        NetlinkHandler handler = candidate.handler();
        List<Refusal> refusals = new ArrayList<>();
        if (!handler.supports(Feature.NET_ADMIN)) {
            refusals.add(new Refusal(Code.NOT_PRIVILEGED,
                    "CAP_NET_ADMIN is missing in the user namespace that owns " + handler.namespace()
                            + "; run as root or with that capability"));
            return refusals;
        }
        if (!handler.supports(Feature.TAP)) {
            refusals.add(new Refusal(Code.NO_TUN_DEVICE,
                    "/dev/net/tun is missing or may not be opened, so no tap can be made; load the driver tun, or give this process that device"));
        }
        if (candidate.binding().placeholder() == PlaceholderKind.DUMMY && !handler.supports(Feature.DUMMY)) {
            refusals.add(new Refusal(Code.NO_DUMMY_DRIVER,
                    "the kernel has no dummy driver; load it, or let the placeholder be chosen (--placeholder auto)"));
        }
        if (candidate.binding().bridgeNetfilterOff() && !handler.supports(Feature.WRITABLE_SYSCTL)) {
            BridgeNetfilter.anyOn(handler).map(KernelCheck::readOnly).ifPresent(refusals::add);
        }
        return refusals;
    }

    private static Refusal readOnly(Sysctl on) {
        return new Refusal(Code.READ_ONLY_SYSCTL,
                on + " is to be switched off, and /proc/sys/net cannot be written here; mount it"
                        + " writable, switch it off beforehand, or leave out --no-bridge-netfilter");
    }
}
