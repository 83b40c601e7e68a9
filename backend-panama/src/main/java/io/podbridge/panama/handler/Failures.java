package io.podbridge.panama.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.socket.ConversationException;

/** What went wrong below, in the words of the SPI. */
final class Failures {

    private Failures() {}

    static NetlinkException of(String operation, String target, ConversationException e) {
        return answered(NetlinkException.failed(operation, target), e).build(e);
    }

    static NetlinkException of(String operation, String target, SystemCallException e) {
        return NetlinkException.failed(operation, target).errno(new Errno(e.errno())).build(e);
    }

    static NetlinkException of(NetlinkRequest request, NetworkNamespace namespace, ConversationException e) {
        NetlinkException.Builder failure = answered(NetlinkException.failed(request), e);
        return denied(failure, new Errno(e.errno()), namespace).build(e);
    }

    static NetlinkException of(NetlinkRequest request, NetworkNamespace namespace, SystemCallException e) {
        Errno errno = new Errno(e.errno());
        return denied(NetlinkException.failed(request).errno(errno), errno, namespace).build(e);
    }

    static NetlinkException masterMissing(NetlinkRequest request, ConversationException e) {
        return answered(NetlinkException.failed(request), e).kind(FailureKind.NOT_FOUND).advice("there is no such master")
                .build(e);
    }

    static NetlinkException unknown(NetlinkRequest request) {
        return NetlinkException.failed(request).kind(FailureKind.UNSUPPORTED)
                .advice("the backend panama does not know this request, or one of its changes").build();
    }

    static NetlinkException entering(NetworkNamespace namespace, SystemCallException e) {
        Errno errno = new Errno(e.errno());
        NetlinkException.Builder failure = NetlinkException.failed("enter", namespace.toString()).errno(errno);
        if (errno.is("EPERM")) {
            failure.advice("it needs CAP_SYS_ADMIN here and in the user namespace that owns it");
        } else if (errno.is("EACCES")) {
            failure.advice("it needs CAP_SYS_PTRACE, or the owner of the process");
        } else if (errno.is("EINVAL")) {
            failure.advice(namespace.path() + " is no network namespace");
        }
        return failure.build(e);
    }

    private static NetlinkException.Builder answered(NetlinkException.Builder failure, ConversationException e) {
        return e.isInterruptedDump()
                ? failure.kind(FailureKind.DUMP_INTERRUPTED).advice(e.words())
                : failure.errno(new Errno(e.errno())).kernelMessage(e.words());
    }

    private static NetlinkException.Builder denied(NetlinkException.Builder failure, Errno errno, NetworkNamespace namespace) {
        return errno.is("EPERM")
                ? failure.advice("it needs CAP_NET_ADMIN in the user namespace that owns " + namespace)
                : failure;
    }
}
