package io.podbridge.tests.differential;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.contract.FakeNamespace;
import io.podbridge.testkit.contract.KernelNamespace;
import io.podbridge.tests.pods.ThisKernel;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The subjects there are. */
final class Subjects {
    private Subjects() {}

    /** The running kernel, through a backend. */
    static Supplier<Subject> kernel(NetlinkHandlerProvider provider) {
        return () -> new Subject(KernelNamespace.create(provider), UnaryOperator.identity());
    }

    /** The running kernel, written through one backend and read through another. */
    static Supplier<Subject> kernel(NetlinkHandlerProvider writer, NetlinkHandlerProvider reader) {
        return () -> new Subject(KernelNamespace.create(writer, reader), UnaryOperator.identity());
    }

    /** The kernel in memory, which lacks what the running one lacks. */
    static Supplier<Subject> fakeOfThisMachine() {
        Set<Feature> lacking = ThisKernel.lacking();
        return () -> fake(lacking, UnaryOperator.identity());
    }

    /** The kernel in memory, through a handler that is wrapped; lifetimes run there as they do in a real one. */
    static Subject fake(Set<Feature> lacking, UnaryOperator<NetlinkHandler> wrapping) {
        return new Subject(FakeNamespace.create(FakeKernel.create(Clock.systemUTC(), lacking)), wrapping);
    }
}
