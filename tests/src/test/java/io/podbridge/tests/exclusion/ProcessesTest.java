package io.podbridge.tests.exclusion;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.cli.Podbridge;
import io.podbridge.tests.matrix.ChangingVerb;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two processes want to bind or release the same interface. */
@ExtendWith(NetnsExtension.class)
class ProcessesTest {
    /** A process that has just begun has the lock before it has told its name, if the machine is busy for half a second. */
    private static final String NOT_NAMED_YET = "somebody else is working on";
    private static final int ROUNDS = Boolean.getBoolean("podbridge.long") ? 50 : 1;

    @TempDir
    Path journals;

    private Contest contest;

    @BeforeEach
    void begin(TestPod pod) {
        contest = new Contest(pod, journals);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(ChangingVerb.values())
                .flatMap(one -> Stream.of(ChangingVerb.values()).map(other -> Arguments.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneIsToldWhoIsAtWorkOrWaitsForItsEnd(ChangingVerb held, ChangingVerb wanted) throws Exception {
        try (HolderProcess holder = contest.holder(held)) {
            Podbridge refused = contest.command(wanted);
            assertThat(refused.exit()).isEqualTo(5);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().lines()).singleElement().asString()
                    .isEqualTo("podbridge: " + holder.name() + " is working on \"eth0\" of the same network namespace;"
                            + " try again later, or wait longer");

            Waiting waiting = contest.waiting(wanted);
            holder.letGo();
            assertThat(waiting.ended().exit()).isZero();
        }
        contest.ends();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneThatWasKilledHoldsUpNobody(ChangingVerb held, ChangingVerb wanted) throws Exception {
        try (HolderProcess holder = contest.holder(held)) {
            Waiting waiting = contest.waiting(wanted);
            holder.kill();
            assertThat(waiting.ended().exit()).isZero();
        }
        contest.ends();
    }

    @Test
    void oneThatWasKilledHoldsUpNobodyWhoDoesNotWaitEither() throws Exception {
        contest.holder(ChangingVerb.PREPARE).kill();
        assertThat(contest.command(ChangingVerb.PREPARE).exit()).isZero();
        contest.ends();
    }

    @Test
    void whoeverHasWaitedInVainIsToldWhoWasInTheWay() throws Exception {
        try (HolderProcess holder = contest.holder(ChangingVerb.PREPARE)) {
            Podbridge vain = contest.process(ChangingVerb.PREPARE, "--wait", "1").ended();
            assertThat(vain.exit()).isEqualTo(5);
            assertThat(vain.err()).contains(holder.name());
            holder.letGo();
        }
        contest.ends();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoAtOnceOneWorksAndTheOtherNamesItOrFindsNothingToDo(ChangingVerb second) throws Exception {
        int refused = 0;
        int unnamed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<CommandProcess> both = List.of(contest.process(ChangingVerb.PREPARE), contest.process(second));
            List<Podbridge> ended = List.of(both.get(0).ended(), both.get(1).ended());
            assertThat(ended).extracting(Podbridge::exit).contains(0);
            for (int one = 0; one < both.size(); one++) {
                if (ended.get(one).exit() != 0) {
                    String why = ended.get(one).err();
                    assertThat(why).containsAnyOf(both.get(1 - one).name() + " is working on", NOT_NAMED_YET);
                    unnamed += why.contains(NOT_NAMED_YET) ? 1 : 0;
                    refused++;
                }
            }
            contest.ends();
        }
        System.out.println("exclusion: bind and " + second + " at once, " + ROUNDS + " times: " + refused
                + " refused, " + unnamed + " of them before the other had told its name; the others one after the other");
    }

    @ParameterizedTest
    @EnumSource
    void twoAtOnceThatWaitBothSucceed(ChangingVerb second) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<CommandProcess> both = List.of(contest.process(ChangingVerb.PREPARE, "--wait", "60", "--json"),
                    contest.process(second, "--wait", "60", "--json"));
            List<Podbridge> ended = List.of(both.get(0).ended(), both.get(1).ended());
            assertThat(ended).allSatisfy(one -> assertThat(one.exit()).as(one.err()).isZero());
            if (second == ChangingVerb.PREPARE) {
                assertThat(ended).extracting(one -> one.json().get("changed").getAsBoolean()).containsOnlyOnce(true);
            }
            contest.ends();
        }
    }
}
