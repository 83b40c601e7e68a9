package io.podbridge.testkit.contract;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.RequestOutcome.Status;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.NetlinkRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class ListenersContract extends HandlerContract {

    ListenersContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aListenerHearsOfEachRequestThatWasSentInTheThreadThatSentIt() {
        List<RequestOutcome> heard = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        NetlinkRequest done = LinkAdd.bridge("br0").build();
        NetlinkRequest never = LinkAdd.bridge("br1").build();
        try (NetlinkHandler observed = namespace().open((outcome, time) -> {
            heard.add(outcome);
            threads.add(Thread.currentThread());
            times.add(time);
        })) {
            List<RequestOutcome> outcomes = observed.execute(List.of(done, done, never));

            assertThat(heard).isEqualTo(outcomes.subList(0, 2));
        }
        assertThat(heard).extracting(RequestOutcome::status).containsExactly(Status.DONE, Status.FAILED);
        assertThat(threads).containsOnly(Thread.currentThread());
        assertThat(times).noneMatch(Duration::isNegative);
    }

    @Test
    void aListenerHearsOfARequestThatTheHandlerDoesNotKnow() {
        List<RequestOutcome> heard = new ArrayList<>();
        try (NetlinkHandler observed = namespace().open((outcome, time) -> heard.add(outcome))) {
            observed.execute(List.of(new UnheardRequest()));
        }

        assertThat(heard).extracting(RequestOutcome::status).containsExactly(Status.FAILED);
    }

    @Test
    void aListenerHearsNothingOfReads() {
        List<RequestOutcome> heard = new ArrayList<>();
        try (NetlinkHandler observed = namespace().open((outcome, time) -> heard.add(outcome))) {
            assertThat(observed.linkList()).isNotEmpty();
            assertThat(observed.linkByName("lo")).isPresent();
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void whatAListenerThrowsGoesToTheCallerAndTheHandlerGoesOn() {
        try (NetlinkHandler observed = namespace().open((outcome, time) -> {
            throw new UnsupportedOperationException("deaf");
        })) {
            assertThatThrownBy(() -> observed.linkAdd(LinkAdd.bridge("br0").build()))
                    .isInstanceOf(UnsupportedOperationException.class).hasMessage("deaf");

            assertThat(observed.linkByName("br0")).isPresent();
        }
    }
}
