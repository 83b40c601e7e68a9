package io.podbridge.internal.step;

import io.podbridge.internal.pod.NicSettings;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.SysctlSet;

/** Switches duplicate address detection back on, once the addresses and the routes that need them are back. */
final class DetectionBack implements Step {
    private final BindingContext context;

    DetectionBack(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-dad-back";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        if (isOtherwise(observed) && !isNeededOff(observed)) {
            Sysctl key = NicSettings.acceptDad(context.podNic());
            String captured = captured(key);
            findings.requestIf(findings.differs("accept_dad of the NIC", captured, found(key, observed)),
                    new SysctlSet(key, captured));
        }
        return findings.done();
    }

    private boolean isOtherwise(Observed observed) {
        Sysctl key = NicSettings.acceptDad(context.podNic());
        String captured = captured(key);
        String found = found(key, observed);
        return context.traits().writableSysctl() && !captured.isEmpty() && !found.isEmpty() && !captured.equals(found);
    }

    private boolean isNeededOff(Observed observed) {
        return Addresses.missing(context, observed, IpFamily.IPV6).findAny().isPresent()
                || !new RouteBack(context).assess(observed).holds() || !new RaiseNicBack(context).assess(observed).holds();
    }

    private String captured(Sysctl key) {
        return context.pod().sysctls().getOrDefault(key, "");
    }

    private static String found(Sysctl key, Observed observed) {
        return observed.sysctls().getOrDefault(key, "");
    }
}
