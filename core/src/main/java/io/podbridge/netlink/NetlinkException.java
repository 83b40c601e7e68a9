package io.podbridge.netlink;

import io.podbridge.netlink.request.NetlinkRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kernel, or the way to it, refused. The message is one sentence: {@code cannot add bridge "k6t-eth0": File exists (EEXIST)}, with
 * the kernel's own words where it has any, and what to do about it where that is known.
 */
public final class NetlinkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Details details;

    private NetlinkException(Builder builder, @Nullable Throwable cause) {
        super(builder.message(), cause);
        details = new Details(builder.operation, builder.target, builder.kind, builder.errno, builder.kernelMessage);
    }

    private record Details(String operation, String target, FailureKind kind, Optional<Errno> errno,
            Optional<String> kernelMessage) {}

    /**
     * Starts the failure of a request.
     *
     * @param request what was asked
     * @return a builder, of kind OTHER until an errno or a kind is given
     */
    public static Builder failed(NetlinkRequest request) {
        Builder builder = new Builder(request.operation(), request.target());
        builder.request = Optional.of(request);
        return builder;
    }

    /**
     * Starts the failure of anything else, such as a read.
     *
     * @param operation what was done, as it reads after "cannot", such as {@code list routes of}
     * @param target what it was done to
     * @return a builder, of kind OTHER until an errno or a kind is given
     */
    public static Builder failed(String operation, String target) {
        return new Builder(operation, target);
    }

    /** {@return what was done, such as {@code add bridge}} */
    public String operation() {
        return details.operation;
    }

    /** {@return what it was done to, such as {@code "k6t-eth0"}} */
    public String target() {
        return details.target;
    }

    /** {@return what the failure means} */
    public FailureKind kind() {
        return details.kind;
    }

    /** {@return the kernel's number, where it is known; ip(8) does not always tell it} */
    public Optional<Errno> errno() {
        return details.errno;
    }

    /** {@return the kernel's own words (the extended acknowledgement), where it had any} */
    public Optional<String> kernelMessage() {
        return details.kernelMessage;
    }

    /** Collects the parts of a {@link NetlinkException}. */
    public static final class Builder {
        private final String operation;
        private final String target;
        private Optional<NetlinkRequest> request = Optional.empty();
        private FailureKind kind = FailureKind.OTHER;
        private Optional<Errno> errno = Optional.empty();
        private Optional<String> kernelMessage = Optional.empty();
        private String advice = "";

        private Builder(String operation, String target) {
            this.operation = operation;
            this.target = target;
        }

        /**
         * Sets the errno, and the kind that goes with it.
         *
         * @param answer what the kernel answered
         * @return this builder
         */
        public Builder errno(Errno answer) {
            errno = Optional.of(answer);
            kind = request.isPresent() ? FailureKind.of(request.get(), answer) : FailureKind.of(answer);
            return this;
        }

        /**
         * Sets the kind, where the errno alone does not tell it.
         *
         * @param meaning what the failure means
         * @return this builder
         */
        public Builder kind(FailureKind meaning) {
            kind = meaning;
            return this;
        }

        /**
         * Sets the kernel's own words.
         *
         * @param words as the kernel gave them
         * @return this builder
         */
        public Builder kernelMessage(String words) {
            kernelMessage = words.isBlank() ? Optional.empty() : Optional.of(words.strip());
            return this;
        }

        /**
         * Adds what the caller can do about it.
         *
         * @param sentence without a full stop, such as {@code it needs CAP_NET_ADMIN in ...}
         * @return this builder
         */
        public Builder advice(String sentence) {
            advice = sentence;
            return this;
        }

        /** {@return the exception} */
        public NetlinkException build() {
            return new NetlinkException(this, null);
        }

        /**
         * Finishes the exception with what caused it.
         *
         * @param cause what was thrown below
         * @return the exception
         */
        public NetlinkException build(Throwable cause) {
            return new NetlinkException(this, cause);
        }

        private String message() {
            StringBuilder text = new StringBuilder("cannot ").append(operation).append(' ').append(target);
            String why = kernelMessage.or(() -> errno.map(Errno::text)).orElse("");
            if (!why.isEmpty()) {
                text.append(": ").append(why);
            }
            errno.ifPresent(number -> text.append(" (").append(number.name()).append(')'));
            if (!advice.isEmpty()) {
                text.append(why.isEmpty() ? ": " : "; ").append(advice);
            }
            return text.toString();
        }
    }
}
