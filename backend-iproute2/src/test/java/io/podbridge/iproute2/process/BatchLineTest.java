package io.podbridge.iproute2.process;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchLineTest {

    @Test
    void wordsStandInQuotesWhereTheyMust() {
        assertThat(BatchLine.of(List.of("link", "set", "alias", "two words"))).contains("link set alias \"two words\"");
        assertThat(BatchLine.of(List.of("alias", ""))).contains("alias \"\"");
        assertThat(BatchLine.of(List.of("alias", "a \"b\""))).contains("alias 'a \"b\"'");
        assertThat(BatchLine.of(List.of("alias", "it's"))).contains("alias it's");
    }

    @Test
    void whatNoQuotesHelpWithCannotBeSaid() {
        for (String word : List.of("a#b", "two\nlines", "back\\slash", "it's a \"b\"", "'\"", "a\0b", "\ud800")) {
            assertThat(BatchLine.of(List.of("alias", word))).as(word).isEmpty();
        }
    }

    @Test
    void moreWordsThanIpHasRoomForCannotBeSaid() {
        assertThat(Batch.canSay(Collections.nCopies(500, "dev"))).isTrue();
        assertThat(Batch.canSay(Collections.nCopies(501, "dev"))).isFalse();
    }
}
