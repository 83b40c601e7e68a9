package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkKind;
import java.util.List;

/** A {@link LinkAdd} in the words of {@code ip(8)}. */
final class LinkAddCommands {

    private LinkAddCommands() {}

    static List<Command> of(LinkAdd add) {
        if (add.tap().isEmpty()) {
            return List.of(link(add));
        }
        Command made = tap(add, add.tap().get());
        Command set = Command.of("ip", "link", "set", "dev", add.name());
        Command changed = values(add, set);
        return changed.equals(set) ? List.of(made) : List.of(made, changed);
    }

    private static Command link(LinkAdd add) {
        Command command = Command.of("ip", "link", "add", "name", add.name());
        if (add.index().isPresent()) {
            command = command.with("index", Integer.toString(add.index().getAsInt()));
        }
        command = values(add, command).with("type", add.kind().name());
        if (add.kind().equals(LinkKind.BRIDGE) && add.multicastSnooping().isPresent()) {
            command = command.with("mcast_snooping", add.multicastSnooping().get() ? "1" : "0");
        }
        return add.peer().isPresent() ? peer(command, add.peer().get()) : command;
    }

    private static Command values(LinkAdd add, Command command) {
        Command with = command;
        if (add.mac().isPresent()) {
            with = with.with("address", add.mac().get().toString());
        }
        if (add.mtu().isPresent()) {
            with = with.with("mtu", Integer.toString(add.mtu().getAsInt()));
        }
        return add.isUp() ? with.with("up") : with;
    }

    private static Command peer(Command command, VethPeer peer) {
        Command with = command.with("peer", "name", peer.name());
        if (peer.index().isPresent()) {
            with = with.with("index", Integer.toString(peer.index().getAsInt()));
        }
        return peer.mac().isPresent() ? with.with("address", peer.mac().get().toString()) : with;
    }

    private static Command tap(LinkAdd add, TapOptions options) {
        Command command = Command.of("ip", "tuntap", "add", "dev", add.name(), "mode", "tap");
        if (options.owner().isPresent()) {
            command = command.with("user", Integer.toString(options.owner().getAsInt()));
        }
        if (options.group().isPresent()) {
            command = command.with("group", Integer.toString(options.group().getAsInt()));
        }
        command = command.with("vnet_hdr");
        return options.queues() > 1 ? command.with("multi_queue") : command;
    }
}
