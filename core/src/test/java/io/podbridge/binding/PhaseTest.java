package io.podbridge.binding;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PhaseTest {
    private static final Set<String> ARROWS = Set.of("PENDING DISCOVERED", "DISCOVERED DISCOVERED", "DISCOVERED PREPARING",
            "DISCOVERED PENDING", "PREPARING PREPARED", "PREPARING RELEASING", "PREPARED RELEASING", "RELEASING PENDING");

    @ParameterizedTest
    @EnumSource
    void movesAlongTheArrowsOnly(Phase phase) {
        for (Phase next : Phase.values()) {
            if (ARROWS.contains(phase + " " + next)) {
                assertThat(phase.to(next)).isEqualTo(next);
            } else {
                assertThatIllegalStateException().isThrownBy(() -> phase.to(next))
                        .withMessage("a binding in phase " + phase + " cannot become " + next);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"PENDING, false", "DISCOVERED, false", "PREPARING, true", "PREPARED, true", "RELEASING, true"})
    void theKernelIsTouchedFromPreparingOn(Phase phase, boolean touched) {
        assertThat(phase.hasTouchedKernel()).isEqualTo(touched);
    }
}
