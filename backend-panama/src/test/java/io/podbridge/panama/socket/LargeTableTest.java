package io.podbridge.panama.socket;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.panama.ffi.FileDescriptor;
import io.podbridge.panama.rtnetlink.AddressDecoder;
import io.podbridge.panama.rtnetlink.LinkDecoder;
import io.podbridge.panama.rtnetlink.Queries;
import io.podbridge.panama.wire.WireException;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.TestNamespace;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A table of a namespace of its own that is too large for one datagram. */
class LargeTableTest {
    private static final int ADDRESSES = 2000;
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int EBADMSG = 74;
    private static final int ROOM = 64 * 1024;

    private TestNamespace namespace;
    private Conversation conversation;

    @BeforeEach
    void open() throws Exception {
        NetnsRequirement.check();
        namespace = TestNamespace.create("large");
        namespace.exec("sh", "-c",
                "for i in $(seq " + ADDRESSES + "); do echo addr add 127.$((i / 200)).$((i % 200)).1/32 dev lo; done"
                        + " | ip -batch -");
        conversation = openInside(ROOM);
    }

    @AfterEach
    void close() {
        conversation.close();
        namespace.close();
    }

    @Test
    void isReadWhole() throws ConversationException {
        assertThat(conversation.dump(Queries.addresses(), AddressDecoder::decode)).hasSize(ADDRESSES)
                .extracting(InterfaceAddress::prefix).doesNotHaveDuplicates();
    }

    @Test
    void isReadAgainAfterAPartOfItCouldNotBeRead() throws ConversationException {
        ConversationException refused = catchThrowableOfType(ConversationException.class,
                () -> conversation.dump(Queries.addresses(), payload -> {
                    throw new WireException("it is all Greek");
                }));
        assertThat(refused.errno()).isEqualTo(EBADMSG);
        assertThat(refused.words()).contains("it is all Greek");
        assertThat(conversation.dump(Queries.addresses(), AddressDecoder::decode)).hasSize(ADDRESSES);
    }

    /** The kernel makes the parts of a dump as large as what was received before had room for, from 4 KiB on. */
    @Test
    void isReadWholeAfterAPartOfItHadNoRoom() throws Exception {
        conversation.close();
        conversation = openInside(16);
        assertThat(conversation.one(Queries.link("lo"), LinkDecoder::decode).index()).isEqualTo(1);
        assertThat(conversation.dump(Queries.addresses(), AddressDecoder::decode)).hasSize(ADDRESSES);
    }

    @Test
    void isOfANamespaceThatIsNoOther() throws Exception {
        try (Conversation here = Conversation.open(Duration.ofMinutes(1))) {
            assertThat(conversation.namespaceCookie()).isNotEqualTo(here.namespaceCookie());
        }
    }

    /** The thread that enters the namespace never does anything else. */
    private Conversation openInside(int receiveBuffer) throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(() -> {
                try (FileDescriptor file = FileDescriptor.open(namespace.namespace().path().toString(),
                        FileDescriptor.READ_ONLY)) {
                    file.enter(CLONE_NEWNET);
                }
                return Conversation.open(Duration.ofMinutes(1), receiveBuffer);
            }).get();
        }
    }
}
