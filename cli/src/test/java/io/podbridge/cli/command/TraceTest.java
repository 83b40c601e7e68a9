package io.podbridge.cli.command;

import io.podbridge.cli.output.Console;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceTest {
    private final StringWriter err = new StringWriter();
    private final Trace trace = new Trace(new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false));
    private final LinkSet down = LinkSet.of(new LinkId(2, "eth0"), new LinkChange.Down());

    @Test
    void saysRequestTimeAndOutcome() {
        trace.answered(RequestOutcome.done(down), Duration.ofNanos(1_234_567));
        assertThat(err.toString().strip()).isEqualTo("1.235 ms  ip link set dev eth0 down  -> done");
    }

    @Test
    void saysWhyARequestFailed() {
        NetlinkException failure = NetlinkException.failed(down).errno(Errno.named("EPERM")).build();
        trace.answered(RequestOutcome.failed(down, failure), Duration.ofMillis(2));
        assertThat(err.toString()).contains("2.000 ms", failure.getMessage());
    }
}
