package io.podbridge.panama.handler;

import io.podbridge.netlink.Availability;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.panama.ffi.NativeAccess;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.socket.Conversation;

/** What the provider leads to on a Java that can run it. */
public final class PanamaBackend implements NetlinkHandlerProvider {

    /** Does nothing; native code is linked when somebody asks. */
    public PanamaBackend() {}

    @Override
    public String id() {
        return "panama";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Availability availability() {
        return NativeAccess.problem().map(Availability::unavailable)
                .orElseGet(() -> Availability.available("rtnetlink on Java " + Runtime.version().feature()));
    }

    @Override
    public NetlinkHandler open(HandlerOptions options) {
        options.namespace().requireKernel();
        NamespaceThread thread = NamespaceThread.enter(options.namespace());
        try {
            Conversation conversation = thread.call(() -> Conversation.open(options.deadline()));
            return new PanamaNetlinkHandler(options, thread, conversation);
        } catch (SystemCallException e) {
            thread.close();
            throw Failures.of("open a netlink socket in", options.namespace().toString(), e);
        } catch (RuntimeException | Error e) {
            thread.close();
            throw e;
        }
    }
}
