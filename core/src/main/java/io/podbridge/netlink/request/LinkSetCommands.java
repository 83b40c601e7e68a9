package io.podbridge.netlink.request;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import java.util.ArrayList;
import java.util.List;

/** A {@link LinkSet} in the words of {@code ip(8)}: one {@code ip link set} for all that it can say at once, and lines for the rest. */
final class LinkSetCommands {
    private final List<Command> commands = new ArrayList<>();
    private LinkId link;
    private Command pending;

    private LinkSetCommands(LinkId link) {
        this.link = link;
        this.pending = set(link);
    }

    static List<Command> of(LinkSet request) {
        LinkSetCommands collected = new LinkSetCommands(request.link());
        request.changes().forEach(collected::add);
        collected.flush();
        return List.copyOf(collected.commands);
    }

    private void add(LinkChange change) {
        if (change instanceof LinkChange.Name name) {
            pending = pending.with("name", name.name());
            flush();
            link = link.named(name.name());
            pending = set(link);
        } else if (change instanceof LinkChange.AddAltName add) {
            alone(Command.of("ip", "link", "property", "add", "dev", link.name(), "altname", add.name()));
        } else if (change instanceof LinkChange.DeleteAltName delete) {
            alone(Command.of("ip", "link", "property", "del", "dev", link.name(), "altname", delete.name()));
        } else if (change instanceof LinkChange.ArpIgnore ignore) {
            Sysctl key = Sysctl.ofLink(IpFamily.IPV4, link, "arp_ignore");
            alone(Command.of("sysctl", "-w", key + "=" + ignore.value()));
        } else if (change instanceof LinkChange.Learning learning) {
            alone(Command.of("bridge", "link", "set", "dev", link.name(), "learning", learning.on() ? "on" : "off"));
        } else {
            pending = pending.with(words(change));
        }
    }

    private static String[] words(LinkChange change) {
        return change instanceof LinkChange.Alias alias ? new String[] {"alias", alias.text()} : change.describe().split(" ");
    }

    private void alone(Command command) {
        flush();
        commands.add(command);
    }

    private void flush() {
        if (!pending.equals(set(link))) {
            commands.add(pending);
            pending = set(link);
        }
    }

    private static Command set(LinkId link) {
        return Command.of("ip", "link", "set", "dev", link.name());
    }
}
