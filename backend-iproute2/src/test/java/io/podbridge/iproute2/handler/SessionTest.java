package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.Toolbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SessionTest {

    @Test
    void theDeadlineCoversTheWaitForTheCallOfAnotherThread() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Session session = session()) {
            FutureTask<Boolean> first = new FutureTask<>(() -> session.call(call -> isOver(begun, end)));
            new Thread(first).start();
            begun.await();

            ToolException late = catchThrowableOfType(ToolException.class, () -> session.call(call -> true));
            end.countDown();

            assertThat(late.reason()).isEqualTo(ToolException.Reason.TIMEOUT);
            assertThat(first.get()).isTrue();
            assertThat(session.<Boolean>call(call -> true)).isTrue();
        }
    }

    private static boolean isOver(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Session session() throws ToolException {
        Toolbox here = Toolbox.here(SearchPath.ofEnvironment());
        Residents residents = Residents.move(here, Path.of("/proc/self/ns/net"), Deadline.in(Duration.ofMinutes(1)));
        return new Session(residents, here, Duration.ofSeconds(3));
    }
}
