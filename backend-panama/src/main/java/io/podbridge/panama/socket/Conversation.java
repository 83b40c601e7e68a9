package io.podbridge.panama.socket;

import io.podbridge.panama.ffi.NativeMemory;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.wire.Acknowledgement;
import io.podbridge.panama.wire.MessageReader;
import io.podbridge.panama.wire.Netlink;
import io.podbridge.panama.wire.Payload;
import io.podbridge.panama.wire.WireException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A conversation with rtnetlink about one namespace. Calls of several threads go one after the other. */
public final class Conversation implements AutoCloseable {
    private static final int SOL_SOCKET = 1;
    private static final int SO_NETNS_COOKIE = 71;
    private static final int EBADMSG = 74;
    private static final int MOST_TRIES = 10;
    /** What the kernel fills at most for one part of a dump is 32 KiB; single links with many virtual functions can be larger. */
    private static final int RECEIVE_BUFFER = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Transport transport;
    private final Duration longest;
    private int sequence;
    private boolean unfinished;
    private boolean closed;

    private Conversation(Transport transport, Duration longest) {
        this.transport = transport;
        this.longest = longest;
    }

    /**
     * Opens a conversation about the namespace of the calling thread.
     *
     * @param longest how long one call may take
     * @return the conversation; other threads may use it
     * @throws SystemCallException as socket(2)
     */
    public static Conversation open(Duration longest) throws SystemCallException {
        return open(longest, RECEIVE_BUFFER);
    }

    static Conversation open(Duration longest, int receiveBuffer) throws SystemCallException {
        return new Conversation(Transport.open(receiveBuffer), longest);
    }

    /**
     * Sends a change and waits for the kernel to acknowledge it.
     *
     * @param message the change
     * @throws ConversationException if the kernel refused it, or did not answer in time
     */
    public void change(Message message) throws ConversationException {
        locked(() -> ask(message, payload -> Optional.empty(), new Deadline(longest)));
    }

    /**
     * Asks for one thing.
     *
     * @param question the question
     * @param decode decodes the answer
     * @param <T> what is asked for
     * @return the thing
     * @throws ConversationException if the kernel refused; ENODEV if there is no such thing
     */
    public <T> T one(Message question, Function<Payload, T> decode) throws ConversationException {
        List<T> found = retrying(question, payload -> Optional.of(decode.apply(payload)));
        if (found.isEmpty()) {
            throw ConversationException.refused(EBADMSG, "the kernel acknowledged a question without an answer");
        }
        return found.get(0);
    }

    /**
     * Asks for all things of a kind.
     *
     * @param question the question
     * @param decode decodes one of them; those that it makes nothing of are left out
     * @param <T> what is asked for
     * @return the things in the kernel's order
     * @throws ConversationException if the kernel refused, or the table changed again and again meanwhile
     */
    public <T> List<T> dump(Message question, Function<Payload, Optional<T>> decode) throws ConversationException {
        return retrying(question, decode);
    }

    /** {@return the cookie of the namespace; absent on kernels before 5.14} */
    public Optional<Long> namespaceCookie() {
        lock.lock();
        try {
            requireOpen();
            return Optional.of(transport.socket().descriptor().option(SOL_SOCKET, SO_NETNS_COOKIE));
        } catch (SystemCallException e) {
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes an ioctl about a link: any socket of the namespace will do.
     *
     * @param request the request
     * @param argument what the kernel reads and writes
     * @throws SystemCallException as ioctl(2)
     */
    public void ioctl(long request, NativeMemory argument) throws SystemCallException {
        lock.lock();
        try {
            requireOpen();
            transport.socket().descriptor().ioctl(request, argument);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes sure that the conversation goes on.
     *
     * @throws IllegalStateException if it is closed
     */
    public void requireOpen() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the handler is closed");
            }
        } finally {
            lock.unlock();
        }
    }

    /** An answer that was cut off, and a dump during which the table changed, are asked for again under a new number. */
    private <T> List<T> retrying(Message question, Function<Payload, Optional<T>> decode) throws ConversationException {
        return locked(() -> {
            Deadline deadline = new Deadline(longest);
            for (int i = 0; i < MOST_TRIES; i++) {
                try {
                    Answer<T> answer = ask(question, decode, deadline);
                    if (!answer.isInterrupted()) {
                        return answer;
                    }
                } catch (ConversationException e) {
                    if (!e.isCutOff()) {
                        throw e;
                    }
                }
            }
            throw ConversationException.interruptedDump(MOST_TRIES);
        }).things();
    }

    /** A dump that was left half-way, because a part of it could not be read, would make the kernel call the next one busy. */
    private <T> Answer<T> ask(Message message, Function<Payload, Optional<T>> decode, Deadline deadline)
            throws ConversationException {
        if (unfinished) {
            transport.discard();
        }
        unfinished = true;
        sequence++;
        transport.send(message, sequence, deadline);
        Answer<T> answer = new Answer<>(sequence, decode);
        answer.readAll(transport, deadline);
        unfinished = false;
        return answer;
    }

    private interface Exchange<T> {
        Answer<T> run() throws ConversationException;
    }

    private <T> Answer<T> locked(Exchange<T> exchange) throws ConversationException {
        lock.lock();
        try {
            requireOpen();
            return exchange.run();
        } catch (WireException e) {
            throw ConversationException.refused(EBADMSG, "an answer of the kernel could not be read: " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                transport.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What comes back for one request: things, then an acknowledgement or the end of a dump. */
    private static final class Answer<T> {
        private final int sequence;
        private final Function<Payload, Optional<T>> decode;
        private final List<T> things = new ArrayList<>();
        private boolean interrupted;
        private boolean complete;

        Answer(int sequence, Function<Payload, Optional<T>> decode) {
            this.sequence = sequence;
            this.decode = decode;
        }

        List<T> things() {
            return things;
        }

        boolean isInterrupted() {
            return interrupted;
        }

        void readAll(Transport transport, Deadline deadline) throws ConversationException {
            while (!complete) {
                MessageReader messages = transport.receive(deadline);
                while (messages.next()) {
                    if (messages.sequence() == sequence) {
                        read(messages);
                    }
                }
            }
        }

        /** A question that is no dump is answered by the thing alone: it is over when that has come. */
        private void read(MessageReader message) throws ConversationException {
            interrupted |= (message.flags() & Netlink.NLM_F_DUMP_INTR) != 0;
            switch (message.type()) {
                case Netlink.NLMSG_ERROR, Netlink.NLMSG_DONE -> {
                    complete = true;
                    Acknowledgement answer = Acknowledgement.read(message);
                    if (!answer.isSuccess()) {
                        throw ConversationException.refused(answer.errno(), answer.message());
                    }
                }
                case Netlink.NLMSG_NOOP -> {
                    // It says nothing.
                }
                default -> {
                    decode.apply(message.payload()).ifPresent(things::add);
                    complete = (message.flags() & NLM_F_MULTI) == 0;
                }
            }
        }

        private static final int NLM_F_MULTI = 2;
    }
}
