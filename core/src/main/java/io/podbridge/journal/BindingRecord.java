package io.podbridge.journal;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.Phase;
import io.podbridge.binding.PodInterface;
import java.util.Optional;

/**
 * All that must outlive a crash: how far a binding is, whose it is, what was asked for, what was found, and which links are ours.
 *
 * @param phase how far it is
 * @param identity which namespace and interface it is about
 * @param binding what was asked for, with the tap's owner resolved
 * @param pod what was found before anything was changed
 * @param own the links that the binding makes; absent until the phase is PREPARING
 */
public record BindingRecord(Phase phase, BindingIdentity identity, BridgeBinding binding, PodInterface pod,
        Optional<OwnLinks> own) {

    /**
     * The same in another phase.
     *
     * @param next the phase
     * @return the changed record
     * @throws IllegalStateException if no arrow leads there
     */
    public BindingRecord in(Phase next) {
        return new BindingRecord(phase.to(next), identity, binding, pod, own);
    }

    /**
     * The same, reached in another way or read anew.
     *
     * @param found which namespace it is about
     * @param read what was found before anything was changed
     * @return the changed record
     */
    public BindingRecord with(BindingIdentity found, PodInterface read) {
        return new BindingRecord(phase, found, binding, read, own);
    }

    /**
     * The same with these links.
     *
     * @param links the links that the binding makes
     * @return the changed record
     */
    public BindingRecord withOwn(OwnLinks links) {
        return new BindingRecord(phase, identity, binding, pod, Optional.of(links));
    }
}
