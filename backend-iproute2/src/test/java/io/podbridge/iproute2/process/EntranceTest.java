package io.podbridge.iproute2.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EntranceTest {
    private static final Toolbox NOWHERE = Toolbox.here(SearchPath.ofEnvironment()).inside(Path.of("/proc/none/ns/net"));
    private static final Deadline DEADLINE = Deadline.in(Duration.ofSeconds(30));

    @Test
    void aProgramThatDidNotGetIntoTheNamespaceHasNotAnswered() {
        lost(catchThrowableOfType(ToolException.class, () -> NOWHERE.run(DEADLINE, List.of("cat", "/dev/null"))));
    }

    @Test
    void aBatchThatDidNotGetIntoTheNamespaceHasNotAnswered() throws ToolException {
        try (Batch batch = Batch.start(NOWHERE, List.of("ip"))) {
            lost(catchThrowableOfType(ToolException.class, () -> batch.ask(List.of("link", "show"), DEADLINE)));
        }
    }

    private static void lost(ToolException e) {
        assertThat(e.reason()).isEqualTo(ToolException.Reason.BROKEN);
        assertThat(e).hasMessageStartingWith("the place in the namespace was lost: nsenter: ");
    }
}
