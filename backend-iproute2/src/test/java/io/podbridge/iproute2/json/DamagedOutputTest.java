package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DamagedOutputTest {
    private static final int STEP = 97;
    private static final int FLIPS = 1500;

    private static final Map<String, BiFunction<List<Link>, String, Object>> READERS = Map.of(
            "link.json", (links, text) -> LinkJson.read("ip", text, Recorded.ROOT_IS_ZERO),
            "addr.json", (links, text) -> AddressJson.read("ip", text),
            "route4.json", (links, text) -> RouteJson.read("ip", text, IpFamily.IPV4, links),
            "route6.json", (links, text) -> RouteJson.read("ip", text, IpFamily.IPV6, links),
            "neigh4.json", (links, text) -> NeighbourJson.read("ip", text, links),
            "neigh6.json", (links, text) -> NeighbourJson.read("ip", text, links),
            "proxy4.json", (links, text) -> NeighbourJson.read("ip", text, links),
            "proxy6.json", (links, text) -> NeighbourJson.read("ip", text, links));

    static List<Recorded> versions() {
        return Recorded.ALL;
    }

    @ParameterizedTest
    @MethodSource("versions")
    void outputThatEndsTooEarlyIsRefused(Recorded recorded) {
        List<Link> links = recorded.links();
        READERS.forEach((file, reader) -> {
            byte[] whole = recorded.text(file).strip().getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < whole.length; length += STEP) {
                String cut = new String(Arrays.copyOf(whole, length), StandardCharsets.UTF_8);
                assertThatExceptionOfType(UnreadableOutputException.class).as("%s of %d bytes", file, length)
                        .isThrownBy(() -> reader.apply(links, cut))
                        .withMessageStartingWith("cannot read the output of \"ip\": ");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("versions")
    void outputWithWrongBytesIsReadOrRefused(Recorded recorded) {
        List<Link> links = recorded.links();
        Random random = new Random(recorded.version().hashCode());
        int refused = 0;
        for (Map.Entry<String, BiFunction<List<Link>, String, Object>> entry : READERS.entrySet()) {
            byte[] whole = recorded.text(entry.getKey()).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < FLIPS / READERS.size(); i++) {
                byte[] wrong = whole.clone();
                wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
                refused += isRefused(() -> entry.getValue().apply(links, new String(wrong, StandardCharsets.UTF_8))) ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void plainTextThatIsDamagedIsReadOrRefused(Recorded recorded) {
        List<Link> links = recorded.links();
        byte[] whole = recorded.text("route4.txt").getBytes(StandardCharsets.UTF_8);
        var routes = RouteJson.read("ip", recorded.text("route4.json"), IpFamily.IPV4, links);
        int refused = 0;
        for (int length = 0; length < whole.length; length += STEP) {
            String cut = new String(Arrays.copyOf(whole, length), StandardCharsets.UTF_8);
            refused += isRefused(() -> RouteLocks.apply("ip", cut, routes)) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    /** Anything but the one exception fails the test. */
    private static boolean isRefused(Supplier<Object> read) {
        try {
            return read.get() == null;
        } catch (UnreadableOutputException e) {
            return true;
        }
    }
}
