package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.panama.wire.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Strict checking refuses a question whose header says anything that is no filter. */
class QueriesTest {
    private static final String NO_LINK = "link header 00000000000000000000000000000000";
    private static final String SKIP_STATS = "link 29 08000000";

    @Test
    void asksForLinksWithoutStatistics() {
        assertThat(lines(Queries.links())).containsExactly("type 18", "flags 301", NO_LINK, SKIP_STATS);
        assertThat(lines(Queries.link(7))).containsExactly("type 18", "flags 1",
                "link header 00000000070000000000000000000000", SKIP_STATS);
    }

    @Test
    void asksByAlternativeNameOnlyForWhatIsTooLongForAName() {
        assertThat(lines(Queries.link("fifteen-bytes-l"))).containsExactly("type 18", "flags 1", NO_LINK, SKIP_STATS,
                "link 3 6669667465656e2d62797465732d6c00");
        assertThat(lines(Queries.link("sixteen-bytes-lo"))).containsExactly("type 18", "flags 1", NO_LINK, SKIP_STATS,
                "link 53 7369787465656e2d62797465732d6c6f00");
    }

    @Test
    void asksForAddressesOfAllFamiliesAndRoutesOfOne() {
        assertThat(lines(Queries.addresses())).containsExactly("type 22", "flags 301", "addr header 0000000000000000");
        assertThat(lines(Queries.routes(IpFamily.IPV6))).containsExactly("type 26", "flags 301",
                "route header 0a0000000000000000000000");
    }

    @Test
    void asksForProxiesApart() {
        assertThat(lines(Queries.neighbours(false))).containsExactly("type 30", "flags 301",
                "neigh header 000000000000000000000000");
        assertThat(lines(Queries.neighbours(true))).containsExactly("type 30", "flags 301",
                "neigh header 000000000000000000000800");
    }

    private static List<String> lines(Message question) {
        return MessageLines.of(Messages.first(Messages.written(writer -> question.write(writer, 1))));
    }
}
