package io.podbridge.tests.fuzz;

import io.podbridge.netlink.model.IpFamily;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What others wrote is read or refused with the one typed error, whatever it is: nothing else is thrown, nothing goes on for ever, and no more
 * is allocated than the input is worth. Another seed each time; it is printed.
 */
class FuzzTest {
    private static final boolean LONG = Boolean.getBoolean("podbridge.long");
    private static final long ALL = Long.getLong("podbridge.fuzz.inputs", LONG ? 10_500_000 : 50_000);
    private static final long SEED = Long.getLong("podbridge.fuzz.seed", ThreadLocalRandom.current().nextLong());
    /** Reading takes microseconds; a machine that is out of breath takes seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long ONE = Long.getLong("podbridge.fuzz.input", -1);

    /** Shares in percent, by what an input costs. */
    static Stream<Arguments> targets() {
        return Stream.of(Arguments.of("netlink messages", new WireTarget(), 86),
                Arguments.of("links of ip(8)", IpJsonTarget.links(), 3),
                Arguments.of("addresses of ip(8)", IpJsonTarget.addresses(), 2),
                Arguments.of("IPv4 routes of ip(8)", IpJsonTarget.routes(IpFamily.IPV4), 3),
                Arguments.of("IPv6 routes of ip(8)", IpJsonTarget.routes(IpFamily.IPV6), 2),
                Arguments.of("neighbours of ip(8)", IpJsonTarget.neighbours(), 2),
                Arguments.of("journals", new JournalTarget(), 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void whateverComesIsReadOrRefused(String what, Target target, int percent) throws InterruptedException {
        long first = ONE < 0 ? 0 : ONE;
        long end = ONE < 0 ? ALL * percent / 100 : ONE + 1;
        long begun = System.nanoTime();
        long taken = new Campaign(new Inputs(target, SEED), PATIENCE).run(first, end);
        System.out.printf("fuzz: %,d damaged %s, seed %d: %,d taken, the others refused, in %.1f s%n", end - first, what, SEED,
                taken,
                (System.nanoTime() - begun) / 1e9);
        if (ONE < 0) {
            assertThat(taken).as("some of the damage is noticed, and some does not matter").isBetween(end / 1000,
                    end - end / 1000);
        }
    }
}
