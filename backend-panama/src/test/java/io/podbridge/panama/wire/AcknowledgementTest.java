package io.podbridge.panama.wire;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AcknowledgementTest {
    private static final int EEXIST = 17;
    private static final int NLMSGERR_ATTR_MSG = 1;
    private static final int NLMSGERR_ATTR_OFFS = 2;

    @ParameterizedTest
    @CsvSource({"acknowledgement, 0, ''", "error-exists, 17, ''", "error-no-device, 19, ''",
            "error-extended, 95, Unknown device type", "error-route, 101, Nexthop has invalid gateway", "done, 0, ''"})
    void readsWhatTheKernelAnswers(String name, int errno, String words) {
        Acknowledgement answer = Acknowledgement.read(GoldenMessage.of("answer/" + name).message());
        assertThat(answer).isEqualTo(new Acknowledgement(errno, words));
        assertThat(answer.isSuccess()).isEqualTo(errno == 0);
    }

    @Test
    void takesTheEndOfADumpWithoutAPayloadForSuccess() {
        assertThat(read(Netlink.NLMSG_DONE, 0, body -> {})).isEqualTo(new Acknowledgement(0, ""));
    }

    @Test
    void readsTheErrorOfADumpFromItsEnd() {
        assertThat(read(Netlink.NLMSG_DONE, Netlink.NLM_F_ACK_TLVS,
                body -> body.u32(-EEXIST).attribute(NLMSGERR_ATTR_MSG, "Invalid header")))
                .isEqualTo(new Acknowledgement(EEXIST, "Invalid header"));
    }

    @Test
    void findsTheWordsBehindARequestThatWasCapped() {
        assertThat(read(Netlink.NLMSG_ERROR, Netlink.NLM_F_CAPPED | Netlink.NLM_F_ACK_TLVS, body -> {
            error(body, 4711);
            body.attribute32(NLMSGERR_ATTR_OFFS, 36).attribute(NLMSGERR_ATTR_MSG, "Out of range");
        })).isEqualTo(new Acknowledgement(EEXIST, "Out of range"));
    }

    @Test
    void findsTheWordsBehindARequestThatIsRepeated() {
        assertThat(read(Netlink.NLMSG_ERROR, Netlink.NLM_F_ACK_TLVS, body -> {
            error(body, 16 + 6);
            body.u32(0).u32(0).attribute(NLMSGERR_ATTR_MSG, "Out of range");
        })).isEqualTo(new Acknowledgement(EEXIST, "Out of range"));
    }

    @Test
    void looksForNoWordsWhereTheKernelSaysThatThereAreNone() {
        assertThat(read(Netlink.NLMSG_ERROR, Netlink.NLM_F_CAPPED, body -> {
            error(body, 16);
            body.attribute(NLMSGERR_ATTR_MSG, "not words");
        })).isEqualTo(new Acknowledgement(EEXIST, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17, 4711, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void keepsTheErrorNumberWhateverLengthTheRepeatedRequestIsSaidToHave(int length) {
        Acknowledgement answer = read(Netlink.NLMSG_ERROR, Netlink.NLM_F_ACK_TLVS, body -> error(body, length));
        assertThat(answer.errno()).isEqualTo(EEXIST);
    }

    @Test
    void keepsTheErrorNumberWhenTheWordsCannotBeRead() {
        Acknowledgement answer = read(Netlink.NLMSG_ERROR, Netlink.NLM_F_CAPPED | Netlink.NLM_F_ACK_TLVS, body -> {
            error(body, 16);
            body.u16(200).u16(NLMSGERR_ATTR_MSG);
        });
        assertThat(answer.errno()).isEqualTo(EEXIST);
        assertThat(answer.message()).contains("could not be read", "200 bytes");
    }

    @Test
    void keepsTheErrorNumberOfEveryAnswerThatIsCutOffBehindIt() {
        for (GoldenMessage error : GoldenMessage.all("answer/error-")) {
            int errno = Acknowledgement.read(error.message()).errno();
            for (int length = Netlink.HEADER_SIZE + 4; length < error.bytes().length; length++) {
                byte[] shorter = Messages.shortened(error.bytes(), length);
                assertThat(Acknowledgement.read(Messages.first(shorter)).errno()).as("%s of %s bytes", error, length)
                        .isEqualTo(errno);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void refusesAnErrorWithoutANumber(int size) {
        byte[] bytes = Messages.shortened(GoldenMessage.of("answer/error-exists").bytes(), Netlink.HEADER_SIZE + size);
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> Acknowledgement.read(Messages.first(bytes)));
    }

    private static void error(MessageWriter body, int requestLength) {
        body.u32(-EEXIST).u32(requestLength).u16(16).u16(5).u32(1).u32(0);
    }

    private static Acknowledgement read(int type, int flags, Consumer<MessageWriter> body) {
        return Acknowledgement.read(Messages.first(Messages.message(type, flags, body)));
    }
}
