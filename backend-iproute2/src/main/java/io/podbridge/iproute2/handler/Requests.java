package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.UnreadableOutputException;
import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TxChecksumOff;
import java.util.List;

/** Carries out requests: most are lines for a batch; taps, settings and offloads have ways of their own. */
final class Requests {
    private final NetworkNamespace namespace;
    private final Session session;
    private final Translation translation;
    private final Taps taps;
    private final Sysctls sysctls;
    private final Offloads offloads;

    Requests(NetworkNamespace namespace, Session session, Translation translation, Sysctls sysctls) {
        this.namespace = namespace;
        this.session = session;
        this.translation = translation;
        this.taps = new Taps(namespace, translation);
        this.sysctls = sysctls;
        this.offloads = new Offloads(namespace);
    }

    RequestOutcome carryOut(NetlinkRequest request) {
        try {
            return session.call(call -> {
                carryOut(call, request);
                return RequestOutcome.done(request);
            });
        } catch (NetlinkException e) {
            return RequestOutcome.failed(request, e);
        } catch (ToolException e) {
            return RequestOutcome.failed(request, Failures.of(request, e));
        } catch (UnreadableOutputException e) {
            return RequestOutcome.failed(request, Failures.of(request, e));
        }
    }

    private void carryOut(Call call, NetlinkRequest request) throws ToolException {
        if (!request.unsaid().isEmpty()) {
            throw Failures.unsupported(request, "ip(8) has no words for " + String.join(", nor for ", request.unsaid()));
        }
        if (request instanceof LinkAdd add && add.tap().isPresent()) {
            taps.add(call, add);
        } else if (request instanceof SysctlSet set) {
            sysctls.write(call, request, set.key(), set.value());
        } else if (request instanceof TxChecksumOff off) {
            offloads.switchTxChecksumOff(call, off);
        } else {
            send(call, request);
        }
    }

    private void send(Call call, NetlinkRequest request) throws ToolException {
        List<Command> commands = translation.of(request).orElseThrow(() -> Failures.unsupported(request,
                "the backend iproute2 does not know this request, or one of its changes"));
        for (Command command : commands) {
            call.requireSpeakable(command);
        }
        try {
            for (Command command : commands) {
                send(call, request, command);
            }
        } finally {
            if (request instanceof LinkSet set && set.change(LinkChange.Name.class).isPresent()) {
                call.mistrustNames();
            }
        }
    }

    private void send(Call call, NetlinkRequest request, Command command) throws ToolException {
        if (command.arguments().get(0).equals("sysctl")) {
            arpIgnore(call, (LinkSet) request);
        } else {
            ask(call, request, Ports.byIp(call, request, command));
        }
    }

    private void arpIgnore(Call call, LinkSet request) throws ToolException {
        int value = request.change(LinkChange.ArpIgnore.class).orElseThrow().value();
        sysctls.write(call, request, LinkSettings.arpIgnore(request.link()), Integer.toString(value));
    }

    private void ask(Call call, NetlinkRequest request, Command command) throws ToolException {
        Answer answer = call.ask(TableNumbers.instead(command));
        if (!answer.isSuccess()) {
            Complaint complaint = Complaint.of(request, answer.text());
            throw command.arguments().contains("master") && isMasterMissing(call, request, complaint)
                    ? Failures.of(request, complaint, FailureKind.NOT_FOUND, "there is no such master")
                    : Failures.of(request, namespace, complaint);
        }
    }

    /** The kernel says EINVAL for a master that is not there, and nothing else; for what else is wrong it has words. */
    private static boolean isMasterMissing(Call call, NetlinkRequest request, Complaint complaint) throws ToolException {
        return complaint.words().isEmpty() && complaint.errno().map(errno -> errno.is("EINVAL")).orElse(false)
                && request instanceof LinkSet set && set.change(LinkChange.Master.class).isPresent()
                && isMissing(call, set.change(LinkChange.Master.class).get().master());
    }

    private static boolean isMissing(Call call, LinkId wanted) throws ToolException {
        return call.links().stream().noneMatch(link -> link.index() == wanted.index());
    }
}
