package io.podbridge.tests.shapes;

import io.podbridge.testkit.NetnsExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Several NICs of one pod, each bound and released by itself. */
class SeveralNicsTest {
    static List<List<String>> releases() {
        return SeveralNics.ORDERS;
    }

    static List<List<String>> ordersOfTwo() {
        return List.of(List.of("eth0", "net1"), List.of("net1", "eth0"));
    }

    private static int runs;

    @TempDir
    Path journals;

    @AfterAll
    static void report() {
        System.out.println("three NICs: " + runs + " orders of binding and release, all given back");
    }

    static Stream<Arguments> orders() {
        return SeveralNics.ORDERS.stream()
                .flatMap(binds -> SeveralNics.ORDERS.stream().map(releases -> Arguments.of(binds, releases)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void inMemoryTheyComeBackWhateverTheOrdersOfBindingAndRelease(List<String> binds, List<String> releases) {
        try (World world = new FakeWorld(SeveralNics.shape().nic())) {
            new SeveralNics(world, journals).run(binds, releases);
            runs++;
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    @ExtendWith(NetnsExtension.class)
    void onTheKernelTheyComeBackInEveryOrderOfRelease(List<String> releases) {
        try (World world = new KernelWorld(SeveralNics.shape().nic())) {
            SeveralNics nics = new SeveralNics(world, journals);
            nics.run(SeveralNics.NAMES, releases);
            nics.run(releases, SeveralNics.NAMES);
            runs += 2;
        }
    }

    @ParameterizedTest
    @MethodSource("ordersOfTwo")
    void inMemoryARouteByTwoNicsComesBack(List<String> releases) {
        try (World world = new FakeWorld(TwoWays.shape().nic())) {
            new TwoWays(world, journals).run(releases);
        }
    }

    @ParameterizedTest
    @MethodSource("ordersOfTwo")
    @ExtendWith(NetnsExtension.class)
    void onTheKernelARouteByTwoNicsComesBack(List<String> releases) {
        try (World world = new KernelWorld(TwoWays.shape().nic())) {
            new TwoWays(world, journals).run(releases);
        }
    }
}
