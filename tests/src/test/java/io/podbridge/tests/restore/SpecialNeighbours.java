package io.podbridge.tests.restore;

import java.util.stream.Stream;

import static io.podbridge.tests.restore.Peculiarity.restored;

/** Pods that are special by their neighbours. */
final class SpecialNeighbours {
    private static final String MAC = " lladdr 02:11:22:33:44:55 dev eth0 ";

    private SpecialNeighbours() {}

    static Stream<Peculiarity> all() {
        return Stream.of(
                restored("permanent neighbours", "neigh add 10.244.1.1" + MAC + "nud permanent",
                        "neigh add fd00:10:244:1::1" + MAC + "nud permanent"),
                restored("neighbours without ARP", "neigh add 10.244.1.21" + MAC + "nud noarp",
                        "neigh add fd00:10:244:1::21" + MAC + "nud noarp"),
                restored("proxies", "neigh add proxy 10.244.1.23 dev eth0", "neigh add proxy fd00:10:244:1::23 dev eth0",
                        "neigh add proxy 10.244.1.24 dev eth0 protocol 42", "neigh add proxy fd00:10:244:1::24 dev eth0 router"),
                restored("a router", "neigh add fd00:10:244:1::20" + MAC + "nud permanent router"),
                restored("a neighbour learned outside", "neigh add 10.244.1.25" + MAC + "nud reachable extern_learn",
                        "neigh add 10.244.1.26" + MAC + "nud permanent extern_learn"),
                restored("managed neighbours", "neigh add 10.244.1.1 dev eth0 managed", "neigh add 10.244.1.222 dev eth0 managed",
                        "neigh add fd00:10:244:1::1 dev eth0 managed").ifTheKernelCan(),
                restored("a neighbour with a protocol", "neigh add 10.244.1.28" + MAC + "nud permanent protocol 42"));
    }
}
