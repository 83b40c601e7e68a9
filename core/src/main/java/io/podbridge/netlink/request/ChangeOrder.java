package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order in which the changes of a {@link LinkSet} take effect, and which of them exclude each other. */
final class ChangeOrder {
    /**
     * Down before what a link that is up refuses; master before learning, which only a port has; both before up, since a port that is up
     * would speak at once, and its bridge learn from it.
     */
    private static final List<List<Class<? extends LinkChange>>> ORDER = List.of(List.of(LinkChange.Down.class),
            List.of(LinkChange.AddrGen.class), List.of(LinkChange.ArpIgnore.class), List.of(LinkChange.Mac.class),
            List.of(LinkChange.Mtu.class), List.of(LinkChange.Group.class), List.of(LinkChange.Name.class),
            List.of(LinkChange.Alias.class), List.of(LinkChange.AddAltName.class, LinkChange.DeleteAltName.class),
            List.of(LinkChange.Master.class, LinkChange.NoMaster.class), List.of(LinkChange.Learning.class),
            List.of(LinkChange.Up.class));
    private static final int ALT_NAMES = rank(new LinkChange.AddAltName("x"));

    private ChangeOrder() {}

    static List<LinkChange> sort(LinkId link, List<LinkChange> changes) {
        List<LinkChange> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(ChangeOrder::rank));
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing to change on " + link);
        }
        for (int i = 1; i < sorted.size(); i++) {
            if (excludeEachOther(sorted.get(i - 1), sorted.get(i))) {
                throw new IllegalArgumentException("contradicting changes on " + link + ": " + sorted.get(i - 1).describe() + ", "
                        + sorted.get(i).describe());
            }
        }
        boolean downAndUp = sorted.stream().anyMatch(LinkChange.Down.class::isInstance)
                && sorted.stream().anyMatch(LinkChange.Up.class::isInstance);
        if (downAndUp) {
            throw new IllegalArgumentException("contradicting changes on " + link + ": down, up");
        }
        return List.copyOf(sorted);
    }

    private static boolean excludeEachOther(LinkChange first, LinkChange second) {
        int rank = rank(first);
        return rank == rank(second) && rank != ALT_NAMES && rank < ORDER.size();
    }

    private static int rank(LinkChange change) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (ORDER.get(i).contains(change.getClass())) {
                return i;
            }
        }
        return ORDER.size();
    }
}
