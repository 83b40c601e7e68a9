package io.podbridge.internal.step;

import io.podbridge.internal.pod.BridgeNetfilter;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.SysctlSet;
import java.util.Optional;

/**
 * Lets the pod's firewall see bridged packets again as it did, unless another binding of the namespace still wants it away. It comes before
 * the bridge goes, which bears the mark.
 */
final class NetfilterBack implements Step {
    private final BindingContext context;

    NetfilterBack(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "bridge-netfilter-back";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        if (!context.binding().bridgeNetfilterOff() || !context.traits().writableSysctl()) {
            return findings.done();
        }
        for (Sysctl key : BridgeNetfilter.foundOn(context.pod())) {
            String captured = context.pod().sysctls().getOrDefault(key, "");
            String found = observed.sysctls().getOrDefault(key, captured);
            boolean heldOff = BridgeNetfilter.isHeldOff(key, observed.links(), Optional.of(context.own().bridge()));
            findings.requestIf(!heldOff && findings.differs(key.toString(), captured, found), new SysctlSet(key, captured));
        }
        return findings.done();
    }
}
