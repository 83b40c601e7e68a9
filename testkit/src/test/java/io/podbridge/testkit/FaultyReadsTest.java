package io.podbridge.testkit;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.Sysctl;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultyReadsTest {
    private final FakeKernel kernel = FakeKernel.create();
    private final NetworkNamespace namespace = kernel.namespace("ns");
    private final FakeNetlinkHandler handler = kernel.open(namespace);

    @AfterEach
    void close() {
        handler.close();
    }

    @Test
    void theChosenReadFailsAndTheNextWorks() {
        kernel.inject(Faults.none().failingRead(2, FailureKind.DUMP_INTERRUPTED));

        assertThat(handler.linkList()).hasSize(1);
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(handler::routeList)
                .withMessageStartingWith("cannot list routes of ").withMessageEndingWith("DUMP_INTERRUPTED")
                .extracting(NetlinkException::kind).isEqualTo(FailureKind.DUMP_INTERRUPTED);
        assertThat(handler.routeList()).isEmpty();
        assertThat(kernel.pendingFaults()).isEmpty();
    }

    @Test
    void everyReadCounts() {
        List<ThrowingCallable> reads = List.of(handler::linkList, () -> handler.linkByName("lo"), () -> handler.linkByIndex(1),
                handler::addrList, handler::routeList, handler::neighList,
                () -> handler.sysctl(Sysctl.of("net", "ipv4", "ip_forward")));

        for (ThrowingCallable read : reads) {
            kernel.inject(Faults.none().failingRead(1, FailureKind.TIMEOUT));
            assertThatExceptionOfType(NetlinkException.class).isThrownBy(read).extracting(NetlinkException::kind)
                    .isEqualTo(FailureKind.TIMEOUT);
        }
    }

    @Test
    void whatATestLooksAtIsNoReadOfTheProcess() {
        FakePod pod = FakePod.create(kernel);
        kernel.inject(Faults.none().failingRead(1, FailureKind.TIMEOUT).failingOpen(1, FailureKind.DENIED));

        assertThat(pod.snapshot().links()).hasSize(2);
        assertThat(kernel.pendingFaults()).hasSize(2);
    }

    @Test
    void theChosenHandlerCannotBeOpened() {
        NetlinkHandlers handlers = NetlinkHandlers.of(kernel.provider());
        kernel.inject(Faults.none().failingOpen(2, FailureKind.DENIED));

        handlers.open(HandlerOptions.of(namespace)).close();
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> handlers.open(HandlerOptions.of(namespace)))
                .extracting(NetlinkException::kind).isEqualTo(FailureKind.DENIED);
        handlers.open(HandlerOptions.of(namespace)).close();
    }
}
