package io.podbridge.panama.socket;

import io.podbridge.netlink.model.Link;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.rtnetlink.LinkDecoder;
import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.rtnetlink.Queries;
import io.podbridge.panama.rtnetlink.Rtm;
import io.podbridge.panama.wire.Netlink;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Asks the kernel about the namespace that the tests run in, and changes nothing. */
class ConversationTest {
    private static final int ENODEV = 19;
    private static final int EINVAL = 22;
    private static final int EMSGSIZE = 90;
    private static final int ETIMEDOUT = 110;
    private static final int NO_LINK = 0x7fff_0001;

    private Conversation conversation = open(Duration.ofMinutes(1));

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void listsTheLinksOfTheNamespace() throws ConversationException {
        List<Link> links = conversation.dump(Queries.links(), payload -> Optional.of(LinkDecoder.decode(payload)));
        assertThat(links).extracting(Link::name).contains("lo").doesNotHaveDuplicates();
    }

    @Test
    void findsALinkByIndexAndByName() throws ConversationException {
        Link loopback = conversation.one(Queries.link(1), LinkDecoder::decode);
        assertThat(loopback.name()).isEqualTo("lo");
        assertThat(conversation.one(Queries.link("lo"), LinkDecoder::decode).index()).isEqualTo(1);
    }

    @Test
    void tellsThatThereIsNoSuchLink() {
        assertThat(refused(Queries.link(NO_LINK)).errno()).isEqualTo(ENODEV);
        assertThat(refused(Queries.link("no-such-link")).errno()).isEqualTo(ENODEV);
        assertThat(refused(Queries.link("no-link-of-such-a-long-name")).errno()).isEqualTo(ENODEV);
    }

    @Test
    void tellsTheKernelsOwnWords() throws ConversationException {
        Message withAFlag = new Message(Rtm.GETADDR, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP,
                body -> body.u8(2).u8(0).u8(1).u8(0).u32(0));
        ConversationException refusal = refused(withAFlag);
        assertThat(refusal.errno()).isEqualTo(EINVAL);
        assertThat(refusal.words()).contains("Invalid values in header for address dump request");
        assertThat(conversation.one(Queries.link(1), LinkDecoder::decode).name()).as("it goes on").isEqualTo("lo");
    }

    @Test
    void waitsForAnAnswerThatDoesNotComeNoLongerThanToItsDeadline() {
        conversation.close();
        conversation = open(Duration.ofMillis(20));
        Message nobodyAnswers = new Message(Netlink.NLMSG_NOOP, Netlink.NLM_F_REQUEST, body -> {});
        assertThat(refused(nobodyAnswers).errno()).isEqualTo(ETIMEDOUT);
    }

    @Test
    void takesADeadlineBeyondAllClocks() throws ConversationException {
        conversation.close();
        conversation = open(ChronoUnit.FOREVER.getDuration());
        assertThat(conversation.one(Queries.link(1), LinkDecoder::decode).name()).isEqualTo("lo");
    }

    @Test
    void refusesARequestThatIsTooLongForOneMessage() {
        Message tooLong = new Message(Rtm.GETLINK, Netlink.NLM_F_REQUEST,
                body -> body.attribute(1, new byte[40_000]).attribute(2, new byte[40_000]));
        ConversationException refusal = refused(tooLong);
        assertThat(refusal.errno()).isEqualTo(EMSGSIZE);
        assertThat(refusal.isInterruptedDump()).isFalse();
        assertThat(refusal).hasMessage("the request has more than 65536 bytes");
    }

    @Test
    void isAboutTheNamespaceThatItWasOpenedIn() {
        try (Conversation other = open(Duration.ofMinutes(1))) {
            assertThat(other.namespaceCookie()).isEqualTo(conversation.namespaceCookie());
        }
    }

    @Test
    void refusesEveryCallOnceItIsClosed() {
        conversation.close();
        conversation.close();
        assertThatIllegalStateException().isThrownBy(() -> conversation.one(Queries.link(1), LinkDecoder::decode));
        assertThatIllegalStateException().isThrownBy(() -> conversation.dump(Queries.links(), payload -> Optional.empty()));
        assertThatIllegalStateException().isThrownBy(() -> conversation.change(Queries.link(1)));
    }

    private ConversationException refused(Message question) {
        return catchThrowableOfType(ConversationException.class, () -> conversation.one(question, LinkDecoder::decode));
    }

    private static Conversation open(Duration longest) {
        try {
            return Conversation.open(longest);
        } catch (SystemCallException e) {
            throw new IllegalStateException(e);
        }
    }
}
