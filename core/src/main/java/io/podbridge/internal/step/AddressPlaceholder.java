package io.podbridge.internal.step;

import com.google.common.collect.Lists;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.SysctlSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the placeholder the pod's addresses, so that whoever looks for them on the pod's interface finds them. It comes before the NIC
 * loses its own: the kernel drops routes of other links whose source nobody has any more.
 */
final class AddressPlaceholder implements Step {
    private final BindingContext context;
    private final LinkId placeholder;

    AddressPlaceholder(BindingContext context) {
        this.context = context;
        this.placeholder = context.own().placeholder();
    }

    @Override
    public String name() {
        return "placeholder-addresses";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        Optional<Link> link = observed.own(placeholder, context.own().placeholderKind());
        List<InterfaceAddress> there = link.isPresent() ? observed.addressesOf(placeholder.index()) : List.of();
        List<InterfaceAddress> missing = inKernelOrder().stream()
                .filter(address -> there.stream().noneMatch(found -> Addresses.same(found, address)))
                .toList();
        missing.forEach(address -> findings.missing("address " + address + " of placeholder"));
        boolean needsIpv6 = missing.stream().anyMatch(address -> address.family() == IpFamily.IPV6);
        boolean maybeOff = link.flatMap(Link::ipv6Disabled).orElse(true);
        findings.requestIf(needsIpv6 && maybeOff && context.traits().writableSysctl(),
                new SysctlSet(Sysctl.ofLink(IpFamily.IPV6, placeholder, "disable_ipv6"), "0"));
        missing.forEach(address -> findings.request(new AddressReplace(placeholder, forPlaceholder(address))));
        return findings.done();
    }

    /** IPv6 addresses are listed newest first, so the last comes first. */
    private List<InterfaceAddress> inKernelOrder() {
        List<InterfaceAddress> ordered = new ArrayList<>();
        context.addresses().stream().filter(address -> address.family() == IpFamily.IPV4).forEach(ordered::add);
        Lists.reverse(context.addresses()).stream().filter(address -> address.family() == IpFamily.IPV6).forEach(ordered::add);
        return ordered;
    }

    /** It shall stay as long as the binding does, and be there at once: nobody answers for it here. */
    private InterfaceAddress forPlaceholder(InterfaceAddress address) {
        AddressFlags flags = address.flags().configured();
        return address.toBuilder().linkIndex(placeholder.index()).validLifetime(Lifetime.FOREVER)
                .preferredLifetime(Lifetime.FOREVER)
                .flags(address.family() == IpFamily.IPV6 ? flags.with(AddressFlags.NODAD) : flags).build();
    }
}
