package io.podbridge.binding;

import io.podbridge.netlink.model.LinkKind;
import java.util.Locale;
import java.util.Optional;

/** What stands in for the pod's interface under its name, with its address. */
public enum PlaceholderKind {
    /** A dummy where the kernel has the driver, otherwise a bridge without ports. */
    AUTO,
    /** A dummy, as KubeVirt makes it; refused where the kernel has no such driver. */
    DUMMY,
    /** A bridge without ports, which every kernel has that can do this job. */
    BRIDGE,
    /**
     * One end of a veth pair whose other end is in the pod too and leads nowhere; up, unlike the others, and with the pod's routes: what
     * the CHECK of the CNI plugins ptp and host-device looks for.
     */
    VETH;

    /** {@return the kind of link; absent for {@link #AUTO}} */
    public Optional<LinkKind> linkKind() {
        return switch (this) {
            case AUTO -> Optional.empty();
            case DUMMY -> Optional.of(LinkKind.DUMMY);
            case BRIDGE -> Optional.of(LinkKind.BRIDGE);
            case VETH -> Optional.of(LinkKind.VETH);
        };
    }

    /** {@return the name in lower case, as the command line takes it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
