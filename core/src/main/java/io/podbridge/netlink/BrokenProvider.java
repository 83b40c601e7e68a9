package io.podbridge.netlink;

/** Stands for a provider that could not be loaded. */
final class BrokenProvider implements NetlinkHandlerProvider {
    private final Throwable problem;

    BrokenProvider(Throwable problem) {
        this.problem = problem;
    }

    @Override
    public String id() {
        return "(could not be loaded)";
    }

    @Override
    public int priority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Availability availability() {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return Availability.unavailable(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    @Override
    public NetlinkHandler open(HandlerOptions options) {
        throw NetlinkException.failed("open", "a backend that could not be loaded").kind(FailureKind.UNSUPPORTED)
                .advice(availability().reason()).build(problem);
    }
}
