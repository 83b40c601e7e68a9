package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkAdd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No kernel can be made to be late; a deadline that is over at once may pass before it answers, or not. */
abstract class DeadlinesContract extends HandlerContract {
    private static final Duration AT_ONCE = Duration.ofNanos(1);
    private static final int ROUNDS = 20;

    DeadlinesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aRequestWhoseDeadlinePassesIsDoneOrATimeout() {
        try (NetlinkHandler hasty = hasty()) {
            for (int round = 0; round < ROUNDS; round++) {
                RequestOutcome outcome = hasty.execute(List.of(LinkAdd.bridge("br" + round).build())).get(0);

                assertThat(outcome.failure().map(NetlinkException::kind).orElse(FailureKind.TIMEOUT))
                        .isEqualTo(FailureKind.TIMEOUT);
                assertThat(outcome.isDone()).as("done is what was done").isIn(false,
                        handler().linkByName("br" + round).isPresent());
            }
        } catch (NetlinkException opening) {
            assertThat(opening.kind()).isEqualTo(FailureKind.TIMEOUT);
        }
    }

    @Test
    void aReadWhoseDeadlinePassesIsRightOrATimeoutAndSoIsTheNext() {
        addBridge("br0");
        addBridge("br1");
        try (NetlinkHandler hasty = hasty()) {
            for (int round = 0; round < ROUNDS; round++) {
                String name = "br" + round % 2;
                try {
                    Optional<Link> found = hasty.linkByName(name);
                    assertThat(found.map(Link::name)).contains(name);
                } catch (NetlinkException failure) {
                    assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
                }
            }
        } catch (NetlinkException opening) {
            assertThat(opening.kind()).isEqualTo(FailureKind.TIMEOUT);
        }
    }

    private NetlinkHandler hasty() {
        return namespace().open(AT_ONCE);
    }
}
