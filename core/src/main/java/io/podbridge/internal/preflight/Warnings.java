package io.podbridge.internal.preflight;

import io.podbridge.internal.pod.BridgeNetfilter;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What does not stand in the way, but works less well. */
final class Warnings {
    private static final Path SELINUX = Path.of("/sys/fs/selinux/enforce");

    private Warnings() {}

    static List<String> of(Candidate candidate) {
        List<String> warnings = new ArrayList<>();
        if (candidate.nic().xdpAttached()) {
            warnings.add(
                    "an XDP program is attached to " + candidate.name() + " and sees the guest's packets before the bridge does");
        }
        candidate.pod().routes().stream().filter(route -> isByAnotherLinkToo(route, candidate.nic())).map(Warnings::stays)
                .forEach(warnings::add);
        if (!candidate.pod().hasAddress()) {
            warnings.add(candidate.name() + " has no address of its own: the guest is told none, and has to bring one");
        }
        if (!candidate.binding().bridgeNetfilterOff()) {
            BridgeNetfilter.anyOn(candidate.handler()).map(Warnings::netfilter).ifPresent(warnings::add);
        }
        if (isSelinuxEnforcing()) {
            warnings.add("SELinux is enforcing: the VM's process needs a label that may attach to the tap");
        }
        return warnings;
    }

    /** The kernel keeps a route while any of its links is up. */
    private static boolean isByAnotherLinkToo(Route route, Link nic) {
        return route.leavesThrough(nic.index())
                && route.nextHops().stream().anyMatch(hop -> !hop.linkIndex().equals(OptionalInt.of(nic.index())));
    }

    private static String netfilter(Sysctl on) {
        return "bridged packets pass the pod's firewall (" + on + " is 1): a FORWARD chain that drops loses the VM's traffic;"
                + " keep it away from them for the time of the binding with --no-bridge-netfilter";
    }

    private static String stays(Route route) {
        return "the route " + route
                + " has next hops by other links too, so that it stays in the pod, and what the pod itself sends"
                + " may go that way, beside the guest";
    }

    /** Where the file cannot be read there is no SELinux, or none that this process may know of. */
    private static boolean isSelinuxEnforcing() {
        if (Files.notExists(SELINUX)) {
            return false;
        }
        try {
            return Files.readString(SELINUX).strip().equals("1");
        } catch (IOException e) {
            return false;
        }
    }
}
