package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.ArrayList;
import java.util.List;

/** Makes taps, by {@code ip tuntap}: it is persistent from the start, so what fails after that takes it away again. */
final class Taps {
    private static final String TUN = "/dev/net/tun";

    private final NetworkNamespace namespace;
    private final Translation translation;

    Taps(NetworkNamespace namespace, Translation translation) {
        this.namespace = namespace;
        this.translation = translation;
    }

    void add(Call call, LinkAdd add) throws ToolException {
        Answer made = call.ask(add.commands().get(0));
        if (!made.isSuccess()) {
            throw failed(call, add, made.text());
        }
        try {
            change(call, add, find(call, add));
        } catch (ToolException | RuntimeException e) {
            takeAway(call.toCleanUp(), add, e);
            throw e;
        }
    }

    private static LinkId find(Call call, LinkAdd add) throws ToolException {
        return call.links().stream().filter(link -> link.name().equals(add.name()))
                .map(link -> new LinkId(link.index(), link.name())).findFirst().orElseThrow(
                        () -> NetlinkException.failed(add).advice("it was gone, or renamed, as soon as it was made").build());
    }

    private void change(Call call, LinkAdd add, LinkId tap) throws ToolException {
        List<LinkChange> changes = new ArrayList<>();
        add.mac().ifPresent(mac -> changes.add(new LinkChange.Mac(mac)));
        add.mtu().ifPresent(mtu -> changes.add(new LinkChange.Mtu(mtu)));
        if (add.isUp()) {
            changes.add(new LinkChange.Up());
        }
        if (changes.isEmpty()) {
            return;
        }
        for (Command command : translation.of(LinkSet.of(tap, changes)).orElseThrow()) {
            Answer answer = call.ask(command);
            if (!answer.isSuccess()) {
                throw Failures.of(add, namespace, Complaint.of(answer.text()));
            }
        }
    }

    /** By its name, which its driver looks up: its index may be what could not be found out. */
    private void takeAway(Call call, LinkAdd add, Exception cause) {
        Command delete = Command.of("ip", "tuntap", "del", "dev", add.name(), "mode", "tap");
        boolean severalQueues = add.tap().orElseThrow().queues() > 1;
        try {
            Answer answer = call.ask(severalQueues ? delete.with("multi_queue") : delete);
            if (!answer.isSuccess()) {
                cause.addSuppressed(Failures.of("take away", "tap \"" + add.name() + "\"", Complaint.of(answer.text())));
            }
        } catch (ToolException e) {
            cause.addSuppressed(e);
        }
    }

    private NetlinkException failed(Call call, LinkAdd add, String text) throws ToolException {
        Complaint complaint = Complaint.of(text);
        if (text.startsWith("open")) {
            return Failures.of(add, complaint, FailureKind.NOT_FOUND,
                    TUN + " cannot be opened; load the driver tun, or give the container that device");
        }
        boolean busy = complaint.errno().map(errno -> errno.is("EBUSY")).orElse(false);
        if (busy && call.links().stream().anyMatch(link -> link.isNamed(add.name()))) {
            return Failures.of(add, complaint, FailureKind.EXISTS, "a link of that name is there already");
        }
        return Failures.of(add, namespace, complaint);
    }
}
