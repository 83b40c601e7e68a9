package io.podbridge.tests.shapes;

import io.podbridge.testkit.netns.NetnsSupport;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.testkit.netns.ToolFailedException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which drivers this kernel, and this {@code ip(8)}, have: each is asked for a link, in a namespace that is thrown away. */
final class Drivers {
    private static final List<String> LACKING = List.of("Unknown device type", "Operation not supported", "is unknown, try",
            "Garbage instead of arguments");
    private static final Set<Driver> THERE = NetnsSupport.probe().isAvailable() ? probe() : Set.of();

    private Drivers() {}

    static Set<Driver> there() {
        return THERE;
    }

    static Set<Driver> missing() {
        Set<Driver> missing = EnumSet.allOf(Driver.class);
        missing.removeAll(THERE);
        return missing;
    }

    private static Set<Driver> probe() {
        return Arrays.stream(Driver.values()).filter(driver -> !driver.isHardware() && isThere(driver))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Driver.class)));
    }

    private static boolean isThere(Driver driver) {
        try (TestNamespace scratch = TestNamespace.create("drivers")) {
            scratch.ip("link", "add", "lower0", "type", "veth", "peer", "name", "lower1");
            List<String> lower = driver.hangsOnALink() ? List.of("link", "lower0") : List.of();
            scratch.ip(Stream.of(List.of("link", "add"), lower, List.of("name", "probe0"), driver.words()).flatMap(List::stream)
                    .toArray(String[]::new));
            return true;
        } catch (ToolFailedException e) {
            if (LACKING.stream().noneMatch(e.toString()::contains)) {
                throw e;
            }
            System.getLogger(Drivers.class.getName()).log(System.Logger.Level.DEBUG, "no driver " + driver, e);
            return false;
        }
    }
}
