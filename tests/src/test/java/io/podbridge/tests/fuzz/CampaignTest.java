package io.podbridge.tests.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is wrong with a reader is found, and told so that it can be made again. */
class CampaignTest {
    private static final long SEED = 7;
    private static final long INPUTS = 2000;
    private static final Duration SOON = Duration.ofSeconds(20);

    /** A reader of one byte. */
    private record OneByte(Predicate<Byte> reader) implements Target {
        @Override
        public List<byte[]> corpus() {
            return List.of(new byte[] {0});
        }

        @Override
        public byte[] damaged(byte[] whole, SplittableRandom random) {
            return new byte[] {(byte) random.nextInt()};
        }

        @Override
        public boolean takes(byte[] input) {
            return reader.test(input[0]);
        }
    }

    private static Campaign campaign(Predicate<Byte> reader) {
        return new Campaign(new Inputs(new OneByte(reader), SEED), SOON);
    }

    @Test
    void whatIsTakenIsCounted() throws InterruptedException {
        assertThat(campaign(b -> true).run(0, INPUTS)).isEqualTo(INPUTS);
        assertThat(campaign(b -> false).run(0, INPUTS)).isZero();
    }

    @Test
    void anExceptionIsFoundWithTheInputAndHowToMakeItAgain() {
        assertThatThrownBy(() -> campaign(b -> 100 / (b - 42) > 0).run(0, INPUTS)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("ArithmeticException")
                .hasMessageContaining("-Dpodbridge.fuzz.seed=7 -Dpodbridge.fuzz.input=")
                .hasMessageEndingWith(": 2a");
    }

    @Test
    void anErrorIsFoundAsWell() {
        assertThatThrownBy(() -> campaign(CampaignTest::goesDownForEver).run(0, INPUTS)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("StackOverflowError");
    }

    @SuppressWarnings("InfiniteRecursion") // It is what shall be found.
    private static boolean goesDownForEver(byte b) {
        return goesDownForEver(b);
    }

    @Test
    void tooMuchMemoryIsFound() {
        assertThatThrownBy(() -> campaign(b -> new byte[1 << 24].length > b).run(0, INPUTS)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("allocated").hasMessageContaining("bytes for 1");
    }

    @Test
    void whatDoesNotComeToAnEndIsFound() {
        assertThatThrownBy(() -> campaign(b -> waitsForEver()).run(0, INPUTS)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not come to an end");
    }

    private static boolean waitsForEver() {
        try {
            Thread.currentThread().join();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void theSameSeedAndNumberMakeTheSameInput() {
        Inputs inputs = new Inputs(new WireTarget(), SEED);
        assertThat(inputs.get(4711)).isEqualTo(new Inputs(new WireTarget(), SEED).get(4711));
        assertThat(inputs.get(4711)).isNotEqualTo(inputs.get(4712));
    }
}
