package io.podbridge.internal.engine;

import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.Phase;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.internal.pod.Observed;
import io.podbridge.journal.BindingIdentity;
import io.podbridge.journal.BindingRecord;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells whether a journal is about the namespace and the interface that are there now. */
public final class Identities {

    private Identities() {}

    /** What a journal is to the namespace that it was found for. */
    public enum Match {
        /** It is about this namespace. */
        SAME,
        /** It is about one that is provably gone, whose inode or name this one has now. */
        GONE,
        /** Nothing tells: no cookie, and not the links that the journal speaks of. */
        UNKNOWN
    }

    /**
     * The identity of the namespace that a handler talks about.
     *
     * @param handler the namespace
     * @return its identity now
     */
    public static BindingIdentity of(NetlinkHandler handler) {
        return new BindingIdentity(BootId.read(), handler.namespaceCookie(), handler.namespace().path(),
                handler.namespace().inode(),
                handler.namespace().process());
    }

    /** {@return whether the identity is from an earlier boot, which no namespace outlives} */
    public static boolean isFromEarlierBoot(BindingIdentity identity) {
        return !identity.bootId().equals(BootId.read());
    }

    /**
     * Holds a journal against a namespace of the same inode. Two namespaces cannot have one inode at once, so if it is not this one, it
     * is gone.
     *
     * @param record the journal
     * @param handler the namespace
     * @param observed its links
     * @return what the journal is to it
     */
    public static Match match(BindingRecord record, NetlinkHandler handler, Observed observed) {
        if (isFromEarlierBoot(record.identity())) {
            return Match.GONE;
        }
        OptionalLong recorded = record.identity().cookie();
        OptionalLong now = handler.namespaceCookie();
        if (recorded.isPresent() && now.isPresent()) {
            return recorded.equals(now) ? Match.SAME : Match.GONE;
        }
        return record.phase().hasTouchedKernel()
                ? byLinks(record, handler, observed)
                : byWay(record, handler.namespace(), observed);
    }

    /** A binding that has left no trace is only believed where it was reached in the same way, and is lost without harm. */
    private static Match byWay(BindingRecord record, NetworkNamespace namespace, Observed observed) {
        BindingIdentity identity = record.identity();
        boolean same = identity.path().equals(namespace.path()) && identity.process().equals(namespace.process())
                && nicProblem(record, observed).isEmpty();
        return same ? Match.SAME : Match.GONE;
    }

    private static Match byLinks(BindingRecord record, NetlinkHandler handler, Observed observed) {
        if (record.own().map(own -> hasOurs(own, record, observed)).orElse(false)) {
            return Match.SAME;
        }
        Link nic = record.pod().link();
        Optional<Link> same = observed.link(nic.index())
                .filter(found -> found.mac().equals(nic.mac()) && found.name().equals(nic.name()) && found.master().isEmpty());
        if (same.isPresent()) {
            return withoutOurs(record, handler, observed, same.get());
        }
        return observed.named(record.binding().names().nic()).isEmpty() ? Match.GONE : Match.UNKNOWN;
    }

    /** A NIC like the pod's, and nothing of ours: also what a release leaves that died at its very end, or a NIC that was taken down and left. */
    private static Match withoutOurs(BindingRecord record, NetlinkHandler handler, Observed observed, Link nic) {
        if (record.phase() == Phase.RELEASING && byWay(record, handler.namespace(), observed) == Match.SAME) {
            return Match.SAME;
        }
        return nic.isUp() == record.pod().link().isUp() ? Match.GONE : Match.UNKNOWN;
    }

    /** The indices that were chosen, and the bridge's MAC, are random: no other namespace has one of them. */
    private static boolean hasOurs(OwnLinks own, BindingRecord record, Observed observed) {
        boolean portMac = observed.link(record.pod().link().index()).flatMap(Link::mac).equals(Optional.of(own.bridgeMac()));
        return portMac || observed.own(own.bridge(), LinkKind.BRIDGE).isPresent()
                || observed.own(own.placeholder(), own.placeholderKind()).isPresent()
                || (OwnLinksChoice.isChosen(own.tap()) && observed.own(own.tap(), LinkKind.TUN).isPresent());
    }

    /**
     * Whether the interface of the journal is there: the same index, with its own MAC address or the bridge's.
     *
     * @param record the journal
     * @param observed the namespace
     * @return what speaks against it; absent if it is the one
     */
    public static Optional<Refusal> nicProblem(BindingRecord record, Observed observed) {
        Link recorded = record.pod().link();
        Optional<Link> found = observed.link(recorded.index());
        if (found.isEmpty()) {
            return Optional
                    .of(new Refusal(Code.IDENTITY_CHANGED, "the pod's NIC, link #" + recorded.index() + " \"" + recorded.name()
                            + "\", is gone; release cleans up what is left of the binding"));
        }
        Optional<MacAddress> mac = found.get().mac();
        Optional<MacAddress> bridgeMac = record.own().map(OwnLinks::bridgeMac);
        if (isOther(record, found.get())) {
            return Optional.of(new Refusal(Code.IDENTITY_CHANGED, "link #" + recorded.index() + " \"" + found.get().name()
                    + "\" is not the pod's NIC \"" + recorded.name() + "\": it is of another kind or has another peer"));
        }
        if (!mac.equals(recorded.mac()) && !mac.equals(bridgeMac)) {
            return Optional.of(new Refusal(Code.IDENTITY_CHANGED, found.get().id() + " has the MAC address "
                    + mac.map(MacAddress::toString).orElse("none")
                    + ", which is neither the one that the pod's NIC had nor the bridge's;"
                    + " set it back with: ip link set dev " + found.get().name() + " address "
                    + recorded.mac().map(MacAddress::toString).orElse("") + ", or force the release"));
        }
        return Optional.empty();
    }

    /**
     * Whether a link that has the NIC's index is another one: an index can be chosen, kind and peer stay.
     *
     * @param record the journal
     * @param found the link that has the index now
     * @return whether it is not the NIC
     */
    public static boolean isOther(BindingRecord record, Link found) {
        Link recorded = record.pod().link();
        return !found.kind().equals(recorded.kind()) || !found.peerIndex().equals(recorded.peerIndex());
    }
}
