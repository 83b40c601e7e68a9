package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.state.NeighbourText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assertions about an entry of a neighbour table. */
public final class NeighbourAssert extends NounAssert<NeighbourAssert, Neighbour> {

    NeighbourAssert(@Nullable Neighbour actual) {
        super(actual, NeighbourAssert.class);
    }

    private Neighbour neighbour() {
        return noun(actual);
    }

    @Override
    String noun() {
        return "neighbour " + neighbour().address();
    }

    @Override
    List<String> text() {
        return List.of(NeighbourText.of(neighbour(), Map.of()));
    }

    /**
     * It is this neighbour.
     *
     * @param address its IP address
     * @return this
     * @throws IllegalArgumentException if the text is no address
     */
    public NeighbourAssert hasAddress(String address) {
        return expect("IP address", IpAddress.parse(address), neighbour().address());
    }

    /**
     * It has this address on its link ({@code lladdr}).
     *
     * @param address such as {@code 02:00:00:00:00:01}
     * @return this
     * @throws IllegalArgumentException if the text is no such address
     */
    public NeighbourAssert hasMac(String address) {
        return expect("MAC address", HardwareAddress.parse(address), neighbour().hardwareAddress());
    }

    /**
     * It stays until somebody deletes it ({@code NUD_PERMANENT}).
     *
     * @return this
     */
    public NeighbourAssert isPermanent() {
        return expect("lifetime", "for ever", (neighbour().state() & Neighbour.PERMANENT) != 0 ? "for ever" : "limited");
    }

    /**
     * The pod answers for it ({@code NTF_PROXY}).
     *
     * @return this
     */
    public NeighbourAssert isProxy() {
        return expect("kind", "proxy", neighbour().isProxy() ? "proxy" : "neighbour");
    }
}
