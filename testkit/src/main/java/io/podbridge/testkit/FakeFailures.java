package io.podbridge.testkit;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.testkit.kernel.KernelRefusal;

/** What the kernel in memory refused, in the words of the SPI. */
final class FakeFailures {

    private FakeFailures() {}

    static NetlinkException of(NetlinkRequest request, NetworkNamespace namespace, KernelRefusal refusal) {
        NetlinkException.Builder failure = failure(request, namespace, refusal.errno()).kernelMessage(refusal.words());
        refusal.meaning().ifPresent(meaning -> failure.kind(meaning.kind()).advice(meaning.advice()));
        return failure.build(refusal);
    }

    /** A fault that was asked for. */
    static NetlinkException of(NetlinkRequest request, NetworkNamespace namespace, Blow blow) {
        return blow.of(
                blow.errno().map(errno -> failure(request, namespace, errno)).orElseGet(() -> NetlinkException.failed(request)));
    }

    static NetlinkException unknown(NetlinkRequest request) {
        return NetlinkException.failed(request).kind(FailureKind.UNSUPPORTED)
                .advice("the kernel in memory does not know this request, or one of its changes").build();
    }

    /** What is noted where the process died: nobody heard an answer. */
    static RequestOutcome died(NetlinkRequest request) {
        return RequestOutcome.failed(request, NetlinkException.failed(request).advice("the process died").build());
    }

    private static NetlinkException.Builder failure(NetlinkRequest request, NetworkNamespace namespace, Errno errno) {
        NetlinkException.Builder failure = NetlinkException.failed(request).errno(errno);
        return errno.is("EPERM")
                ? failure.advice("it needs CAP_NET_ADMIN in the user namespace that owns " + namespace)
                : failure;
    }
}
