package io.podbridge.panama.handler;

import com.google.common.base.VerifyException;
import io.podbridge.netlink.Availability;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.panama.ffi.NativeAccess;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.socket.Conversation;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        NamespaceThread thread = new NamespaceThread();
        try {
            return thread.call(() -> entered(options, thread));
        } catch (SystemCallException e) {
            throw new VerifyException(e);
        }
    }

    @Override
    public <T> T during(HandlerOptions options, Function<NetlinkHandler, T> work) {
        options.namespace().requireKernel();
        NamespaceThread thread = new NamespaceThread();
        AtomicReference<@Nullable NetlinkHandler> opened = new AtomicReference<>();
        Optional<T> done = thread.insteadOfCaller(() -> {
            NetlinkHandler handler = entered(options, thread);
            if (thread.isHomeAgain()) {
                return Optional.of(applied(work, handler));
            }
            opened.set(handler);
            return Optional.empty();
        });
        return done.orElseGet(() -> applied(work, Objects.requireNonNull(opened.get())));
    }

    private static <T> T applied(Function<NetlinkHandler, T> work, NetlinkHandler handler) {
        try (handler) {
            return work.apply(handler);
        }
    }

    /** Runs in the thread. What fails here leaves nothing behind. */
    private static PanamaNetlinkHandler entered(HandlerOptions options, NamespaceThread thread) {
        try {
            thread.enter(options.namespace());
            return new PanamaNetlinkHandler(options, thread, Conversation.open(options.deadline()));
        } catch (SystemCallException e) {
            thread.close();
            throw Failures.of("open a netlink socket in", options.namespace().toString(), e);
        } catch (RuntimeException | Error e) {
            thread.close();
            throw e;
        }
    }
}
