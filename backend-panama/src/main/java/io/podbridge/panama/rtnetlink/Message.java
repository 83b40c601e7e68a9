package io.podbridge.panama.rtnetlink;

import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Netlink;
import java.util.function.Consumer;

/**
 * A request as it goes to the kernel, but for its sequence number.
 *
 * @param type an {@code RTM_*}
 * @param flags the {@code NLM_F_*}
 * @param body writes what follows the header
 */
public record Message(int type, int flags, Consumer<MessageWriter> body) {

    /** A change, which the kernel acknowledges. */
    static Message change(int type, int moreFlags, Consumer<MessageWriter> body) {
        return new Message(type, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK | moreFlags, body);
    }

    /** {@return whether it changes what a link is, and not only by which alternative names it is known} */
    public boolean changesLink() {
        return type == Rtm.SETLINK;
    }

    /**
     * Writes the whole message.
     *
     * @param writer where to
     * @param sequence the number by which its answer is known
     */
    public void write(MessageWriter writer, int sequence) {
        writer.begin(type, flags, sequence);
        body.accept(writer);
        writer.end();
    }
}
