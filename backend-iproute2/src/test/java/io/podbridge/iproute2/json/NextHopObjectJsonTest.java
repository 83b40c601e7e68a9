package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.NextHopObject;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NextHopObjectJsonTest {

    @Test
    void objectsWithoutALinkAreBlackholesAndGroups() {
        assertThat(NextHopObjectJson.read("ip nexthop", """
                [{"id":7,"group":[{"id":5}],"flags":[]},{"id":4294967295,"blackhole":null,"flags":[]},
                 {"id":5,"gateway":"10.0.0.1","dev":"if12","scope":"link","flags":[]}]""", List.of())).containsExactly(
                new NextHopObject(7, OptionalInt.empty()), new NextHopObject(4294967295L, OptionalInt.empty()),
                new NextHopObject(5, OptionalInt.of(12)));
    }

    @Test
    void anObjectWithoutANumberIsUnreadable() {
        assertThatThrownBy(() -> NextHopObjectJson.read("ip nexthop", "[{\"blackhole\":null}]", List.of()))
                .isInstanceOf(UnreadableOutputException.class);
    }
}
