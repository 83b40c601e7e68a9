package io.podbridge.panama.socket;

import io.podbridge.panama.rtnetlink.LinkDecoder;
import io.podbridge.panama.rtnetlink.Queries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConversationThreadsTest {
    private static final int ROUNDS = 200;
    private static final int THREADS = 8;
    private static final int NO_LINK = 0x7fff_0001;

    @Test
    void givesEachThreadItsOwnAnswer() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            askFrom(threads);
        }
    }

    @Test
    void givesEachVirtualThreadItsOwnAnswer() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            askFrom(threads);
        }
    }

    private static void askFrom(ExecutorService threads) throws Exception {
        List<String> expected = new ArrayList<>();
        List<Callable<String>> questions = new ArrayList<>();
        try (Conversation conversation = Conversation.open(Duration.ofMinutes(1))) {
            for (int i = 0; i < ROUNDS; i++) {
                questions.addAll(List.of(() -> name(conversation), () -> error(conversation), () -> list(conversation)));
                expected.addAll(List.of("lo", "errno 19", "lo among others"));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(questions)) {
                answers.add(answer.get());
            }
            assertThat(answers).isEqualTo(expected);
        }
    }

    private static String name(Conversation conversation) throws ConversationException {
        return conversation.one(Queries.link(1), LinkDecoder::decode).name();
    }

    private static String error(Conversation conversation) {
        try {
            return conversation.one(Queries.link(NO_LINK), LinkDecoder::decode).name();
        } catch (ConversationException e) {
            return "errno " + e.errno();
        }
    }

    private static String list(Conversation conversation) throws ConversationException {
        return conversation.dump(Queries.links(), payload -> Optional.of(LinkDecoder.decode(payload))).stream()
                .filter(link -> link.index() == 1).map(link -> link.name() + " among others").findFirst().orElse("nothing");
    }
}
