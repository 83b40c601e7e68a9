package io.podbridge.internal.preflight;

import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Path;
import java.util.List;

/** Whether the namespace looks like the host's own, whose network nobody means to give to a VM. */
final class HostCheck implements Check {
    private static final Path FIRST = Path.of("/proc/1/ns/net");

    private final Candidate candidate;

    HostCheck(Candidate candidate) {
        this.candidate = candidate;
    }

    @Override
    public List<Refusal> refusals() {
        NetworkNamespace namespace = candidate.handler().namespace();
        if (candidate.binding().allowThisNamespace() || namespace.isInMemory()) {
            return List.of();
        }
        if (isFirstProcess(namespace)) {
            return List.of(refusal(namespace + " is that of process 1"));
        }
        boolean own = namespace.inode().equals(NetworkNamespace.current().inode());
        boolean cutsDefaultRoute = candidate.pod().routes().stream()
                .anyMatch(route -> route.isDefault() && route.leavesThrough(candidate.nic().index()));
        return own && cutsDefaultRoute
                ? List.of(refusal(namespace + " is this program's own, and its default route would be cut"))
                : List.of();
    }

    private Refusal refusal(String why) {
        return new Refusal(Code.HOST_NAMESPACE, why + "; name the pod's namespace, or allow it (--allow-this-namespace)");
    }

    /** Where process 1 may not be looked at, it is not known to be the same; then the second question decides. */
    private static boolean isFirstProcess(NetworkNamespace namespace) {
        try {
            return NetworkNamespace.ofPath(FIRST).inode().equals(namespace.inode());
        } catch (NetlinkException e) {
            return false;
        }
    }
}
