package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.UnreadableOutputException;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.Objects;

/** What went wrong below, in the words of the SPI. */
final class Failures {

    private Failures() {}

    static NetlinkException of(NetlinkRequest request, NetworkNamespace namespace, Complaint complaint) {
        NetlinkException.Builder failure = said(NetlinkException.failed(request), complaint);
        if (complaint.errno().map(errno -> errno.is("EPERM")).orElse(false)) {
            failure.advice("it needs CAP_NET_ADMIN in the user namespace that owns " + namespace);
        }
        return failure.build();
    }

    static NetlinkException of(NetlinkRequest request, Complaint complaint, FailureKind kind, String advice) {
        return said(NetlinkException.failed(request), complaint).kind(kind).advice(advice).build();
    }

    static NetlinkException of(String operation, String target, Complaint complaint) {
        return said(NetlinkException.failed(operation, target), complaint).build();
    }

    static NetlinkException of(NetlinkRequest request, ToolException e) {
        return NetlinkException.failed(request).kind(kind(e)).advice(e.words()).build(e);
    }

    static NetlinkException of(NetlinkRequest request, UnreadableOutputException e) {
        return NetlinkException.failed(request).advice(Objects.requireNonNull(e.getMessage())).build(e);
    }

    static NetlinkException of(String operation, String target, ToolException e) {
        return NetlinkException.failed(operation, target).kind(kind(e)).advice(e.words()).build(e);
    }

    static NetlinkException unsupported(NetlinkRequest request, String why) {
        return NetlinkException.failed(request).kind(FailureKind.UNSUPPORTED).advice(why).build();
    }

    /** What there is no link for. */
    static NetlinkException noLink(NetlinkRequest request) {
        return NetlinkException.failed(request).errno(Errno.named("ENODEV")).build();
    }

    static NetlinkException entering(NetworkNamespace namespace, ToolException e) {
        if (e.reason() != ToolException.Reason.REFUSED) {
            return of("enter", namespace.toString(), e);
        }
        Complaint complaint = Complaint.of(e.words());
        NetlinkException.Builder failure = said(NetlinkException.failed("enter", namespace.toString()), complaint);
        String errno = complaint.errno().map(Errno::name).orElse("");
        if (errno.equals("EPERM")) {
            failure.advice("it needs CAP_SYS_ADMIN here and in the user namespace that owns it");
        } else if (errno.equals("EACCES")) {
            failure.advice("it needs CAP_SYS_PTRACE, or the owner of the process");
        } else if (errno.equals("EINVAL")) {
            failure.advice(namespace.path() + " is no network namespace");
        }
        return failure.build(e);
    }

    private static NetlinkException.Builder said(NetlinkException.Builder failure, Complaint complaint) {
        failure.kind(complaint.kind());
        complaint.errno().ifPresent(failure::errno);
        complaint.words().ifPresent(failure::kernelMessage);
        return failure;
    }

    private static FailureKind kind(ToolException e) {
        return switch (e.reason()) {
            case MISSING, UNSPEAKABLE -> FailureKind.UNSUPPORTED;
            case TIMEOUT -> FailureKind.TIMEOUT;
            case REFUSED, BROKEN -> FailureKind.OTHER;
        };
    }
}
