package io.podbridge.netlink;

/** Stands for a provider that could not be loaded, or cannot say what it is. */
final class BrokenProvider implements NetlinkHandlerProvider {
    private final String reason;
    private final Throwable problem;

    BrokenProvider(String reason, Throwable problem) {
        this.reason = reason;
        this.problem = problem;
    }

    @Override
    public String id() {
        return "broken";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        return Availability.unavailable(reason);
    }

    @Override
    public NetlinkHandler open(HandlerOptions options) {
        throw NetlinkException.failed("open", "a broken backend").kind(FailureKind.UNSUPPORTED).advice(reason).build(problem);
    }
}
