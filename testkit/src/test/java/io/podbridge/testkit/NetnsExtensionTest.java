package io.podbridge.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class NetnsExtensionTest {
    private static final List<TestPod> HANDED_OUT = new ArrayList<>();

    @RegisterExtension
    static final NetnsExtension PODS = new NetnsExtension(PodShape.standard().withNic("net1"));

    @BeforeEach
    void isHandedToBeforeEach(TestPod pod) {
        assertThat(HANDED_OUT).doesNotContain(pod).allMatch(NetnsExtensionTest::isGone);
        HANDED_OUT.add(pod);
    }

    @AfterEach
    void isStillThereInAfterEach(TestPod pod) {
        assertThat(HANDED_OUT.get(HANDED_OUT.size() - 1)).isSameAs(pod);
        assertThat(isGone(pod)).isFalse();
    }

    @AfterAll
    static void areAllGoneAfterTheLastTest() {
        assertThat(HANDED_OUT).hasSize(2).allMatch(NetnsExtensionTest::isGone);
    }

    @Test
    void isTheSameWithinATest(TestPod pod, TestPod again) {
        assertThat(pod).isSameAs(again).isSameAs(HANDED_OUT.get(HANDED_OUT.size() - 1));
    }

    @Test
    void hasTheShapeThatWasRegistered(TestPod pod) {
        assertThat(pod.ip("link", "show", "net1")).contains("net1");
    }

    private static boolean isGone(TestPod pod) {
        return Files.notExists(Path.of("/run/netns", pod.pod().name()))
                && Files.notExists(Path.of("/run/netns", pod.node().name()));
    }
}
