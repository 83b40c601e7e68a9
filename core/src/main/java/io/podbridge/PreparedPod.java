package io.podbridge;

import io.podbridge.binding.Phase;
import io.podbridge.binding.PodInterface;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.DomainInterface;
import io.podbridge.internal.engine.Prepared;
import io.podbridge.netlink.model.LinkKind;
import java.util.List;

/** A pod whose interface is handed over: what the VM's side needs, and what was done for it. */
public final class PreparedPod {
    private final Prepared prepared;
    private final String backend;

    PreparedPod(Prepared prepared, String backend) {
        this.prepared = prepared;
        this.backend = backend;
    }

    /** {@return {@link Phase#PREPARED}} */
    public Phase phase() {
        return prepared.record().phase();
    }

    /** {@return whether anything had to be changed} */
    public boolean changed() {
        return !prepared.changed().isEmpty();
    }

    /** {@return the steps in order, and whether each changed something} */
    public List<StepResult> steps() {
        return prepared.steps().stream().map(name -> new StepResult(name, prepared.changed().contains(name))).toList();
    }

    /**
     * A step that was made sure of.
     *
     * @param name the step
     * @param changed whether it changed something
     */
    public record StepResult(String name, boolean changed) {}

    /** {@return the id of the backend that talked to the kernel} */
    public String backend() {
        return backend;
    }

    /** {@return the kind of link that stands in for the NIC} */
    public LinkKind placeholder() {
        return prepared.record().own().orElseThrow().placeholderKind();
    }

    /** {@return the name of the bridge, on which a DHCP server listens} */
    public String bridge() {
        return prepared.record().binding().names().bridge();
    }

    /** {@return the interface as it was found before anything was changed} */
    public PodInterface podInterface() {
        return prepared.record().pod();
    }

    /** {@return what the VM's configuration says of the interface} */
    public DomainInterface domainInterface() {
        return DomainInterface.of(podInterface(), prepared.record().binding());
    }

    /** {@return what a DHCP server tells the guest; of names nothing, until {@link DhcpConfig#withNames} is called} */
    public DhcpConfig dhcpConfig() {
        return DhcpConfig.of(podInterface(), prepared.record().binding(), prepared.record().own().orElseThrow().fakeAddress());
    }

    /** {@return what works less well in this pod, a sentence each; told by the call that completes the binding, and when
     * the placeholder was found deleted} */
    public List<String> warnings() {
        return prepared.warnings();
    }
}
