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
        Sysctl key = NicSettings.acceptDad(context.podNic());
        String captured = context.pod().sysctls().getOrDefault(key, "");
        String found = observed.sysctls().getOrDefault(key, "");
        boolean stillNeeded = Addresses.missing(context, observed, IpFamily.IPV6).findAny().isPresent()
                || !new RouteBack(context).assess(observed).holds() || !new RaiseNicBack(context).assess(observed).holds();
        if (stillNeeded || captured.isEmpty() || found.isEmpty() || !context.traits().writableSysctl()) {
            return findings.done();
        }
        findings.requestIf(findings.differs("accept_dad of the NIC", captured, found), new SysctlSet(key, captured));
        return findings.done();
    }
}
