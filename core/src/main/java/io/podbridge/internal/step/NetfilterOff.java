package io.podbridge.internal.step;

import io.podbridge.internal.pod.BridgeNetfilter;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.SysctlSet;
import java.util.Optional;

/** Keeps the pod's firewall away from bridged packets, if that was asked for. The mark comes first, so that it is there whenever a setting is off. */
final class NetfilterOff implements Step {
    private static final String OFF = "0";

    private final BindingContext context;

    NetfilterOff(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "bridge-netfilter";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        if (!context.binding().bridgeNetfilterOff()) {
            return findings.done();
        }
        BridgeNetfilter.mark(context.pod()).ifPresent(mark -> {
            Optional<String> found = observed.own(context.own().bridge(), LinkKind.BRIDGE).flatMap(Link::alias);
            boolean unmarked = findings.differs("alias of " + context.own().bridge().name(), mark, found);
            findings.requestIf(unmarked, LinkSet.of(context.own().bridge(), new LinkChange.Alias(mark)));
        });
        for (Sysctl key : BridgeNetfilter.foundOn(context.pod())) {
            boolean on = findings.differs(key.toString(), OFF, observed.sysctls().getOrDefault(key, OFF));
            findings.requestIf(on, new SysctlSet(key, OFF));
        }
        return findings.done();
    }
}
