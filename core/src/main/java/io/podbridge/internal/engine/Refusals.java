package io.podbridge.internal.engine;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.internal.pod.Observed;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reasons not to touch a pod that come from the journal, or from there being no such interface. */
final class Refusals {

    private Refusals() {}

    static void throwIfAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    static Refusal noSuchInterface(BridgeBinding binding, NetlinkHandler handler, Observed observed) {
        String name = binding.interfaceName();
        String there = observed.named(name).map(link -> "\"" + name + "\" is an alternative name of " + link.id() + "; bind that")
                .orElseGet(() -> "there are " + observed.links().stream().map(Link::name).collect(Collectors.joining(", ")));
        return new Refusal(Code.NO_SUCH_INTERFACE,
                "there is no interface \"" + name + "\" in " + handler.namespace() + "; " + there);
    }

    /** Nothing but a port of the bridge has the name that a binding gives to the NIC. */
    static Optional<Refusal> lostJournal(BridgeBinding binding, Observed observed) {
        return observed.named(binding.names().nic()).filter(link -> link.master().isPresent())
                .map(link -> new Refusal(Code.JOURNAL_MISSING, link.id() + " is there, a port, as if \"" + binding.interfaceName()
                        + "\" were bound, but there is no journal of that in this directory; name the directory that it was bound with"
                        + " (--journal-dir), or make the pod anew: what it had before is written down nowhere else"));
    }

    /** Going back at once on failure, and whether this namespace may be bound, are about one call, not about what is built. */
    static Optional<Refusal> otherBinding(BindingRecord record, BridgeBinding asked) {
        boolean same = record.binding().withRollback(false).withThisNamespaceAllowed(false)
                .equals(asked.withRollback(false).withThisNamespaceAllowed(false));
        return same
                ? Optional.empty()
                : Optional.of(new Refusal(Code.BINDING_CHANGED, "\"" + asked.interfaceName()
                        + "\" is already bound, or half-way, with other options: "
                        + OtherOptions.between(record.binding(), asked) + "; give the same ones, or release it first"));
    }

    static Optional<Refusal> unknownNamespace(BindingRecord record, NetlinkHandler handler, Observed observed) {
        return Identities.match(record, handler, observed) == Identities.Match.UNKNOWN
                ? Optional.of(new Refusal(Code.IDENTITY_CHANGED, "the journal speaks of a bridge \""
                        + record.binding().names().bridge() + "\" that is not in " + handler.namespace()
                        + ", and nothing else tells whether it is about this namespace; look at the pod, then force the release, or remove the journal"))
                : Optional.empty();
    }
}
