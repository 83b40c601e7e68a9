package io.podbridge.netlink.request;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link LinkSet} in the words of {@code ip(8)}: one {@code ip link set} for all that it can say at once, and lines for the rest. One
 * command is one message, and inside of that the kernel works in an order of its own: where that is another than the one of the changes
 * (a "down" would come after a new name, an "up" before the master), there are two commands.
 */
final class LinkSetCommands {
    private static final List<List<Class<? extends LinkChange>>> KERNELS_ORDER = List.of(List.of(LinkChange.Mac.class),
            List.of(LinkChange.Mtu.class), List.of(LinkChange.Group.class), List.of(LinkChange.Name.class),
            List.of(LinkChange.Alias.class), List.of(LinkChange.Down.class, LinkChange.Up.class),
            List.of(LinkChange.Master.class, LinkChange.NoMaster.class), List.of(LinkChange.AddrGen.class));

    private static final int NONE = -1;

    private final List<Command> commands = new ArrayList<>();
    private LinkId link;
    private Command pending;
    private int lastRank;

    private LinkSetCommands(LinkId link) {
        this.link = link;
        this.pending = set(link);
        this.lastRank = NONE;
    }

    static List<Command> of(LinkSet request) {
        LinkSetCommands collected = new LinkSetCommands(request.link());
        request.changes().forEach(collected::add);
        collected.flush();
        return List.copyOf(collected.commands);
    }

    private void add(LinkChange change) {
        if (change instanceof LinkChange.AddAltName add) {
            alone(Command.of("ip", "link", "property", "add", "dev", link.name(), "altname", add.name()));
        } else if (change instanceof LinkChange.DeleteAltName delete) {
            alone(Command.of("ip", "link", "property", "del", "dev", link.name(), "altname", delete.name()));
        } else if (change instanceof LinkChange.ArpIgnore ignore) {
            Sysctl key = Sysctl.ofLink(IpFamily.IPV4, link, "arp_ignore");
            alone(Command.of("sysctl", "-w", key + "=" + ignore.value()));
        } else if (change instanceof LinkChange.Learning learning) {
            alone(Command.of("bridge", "link", "set", "dev", link.name(), "learning", learning.on() ? "on" : "off"));
        } else {
            together(change);
        }
    }

    private void together(LinkChange change) {
        int rank = rank(change);
        if (rank < lastRank) {
            flush();
        }
        lastRank = rank;
        pending = pending.with(words(change));
        if (change instanceof LinkChange.Name name) {
            link = link.named(name.name());
        }
    }

    private static int rank(LinkChange change) {
        int rank = 0;
        while (rank < KERNELS_ORDER.size() && !KERNELS_ORDER.get(rank).contains(change.getClass())) {
            rank++;
        }
        return rank;
    }

    private static String[] words(LinkChange change) {
        return change instanceof LinkChange.Alias alias ? new String[] {"alias", alias.text()} : change.describe().split(" ");
    }

    private void alone(Command command) {
        flush();
        commands.add(command);
    }

    private void flush() {
        if (lastRank >= 0) {
            commands.add(pending);
        }
        pending = set(link);
        lastRank = NONE;
    }

    private static Command set(LinkId link) {
        return Command.of("ip", "link", "set", "dev", link.name());
    }
}
