package io.podbridge.testkit.netns;

import io.podbridge.netlink.Availability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NetnsRequirementTest {
    private static final Availability NONE = Availability.unavailable("no root");

    @ParameterizedTest
    @CsvSource({"'',''", "false,''", "'',docker", "'',netnsx"})
    void skipsATestWithTheReason(String ci, String require) {
        assertThatThrownBy(() -> NetnsRequirement.of(ci, require).judge(NONE)).isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no root");
    }

    @ParameterizedTest
    @CsvSource({"true,''", "TRUE,''", "'',netns", "'','docker, netns'", "false,netns"})
    void failsATestWhereNamespacesAreRequired(String ci, String require) {
        assertThatThrownBy(() -> NetnsRequirement.of(ci, require).judge(NONE)).isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("no root").hasMessageContaining("podbridge.require=netns");
    }

    @Test
    void goesOnWhereNamespacesCanBeMade() {
        Availability fine = Availability.available("iproute2");

        assertThatCode(() -> NetnsRequirement.of("true", "netns").judge(fine)).doesNotThrowAnyException();
        assertThatCode(() -> NetnsRequirement.of("", "").judge(fine)).doesNotThrowAnyException();
    }

    @Test
    void judgesWhateverElseAMachineLacksInTheSameWay() {
        assertThatThrownBy(() -> NetnsRequirement.of("", "").judge(false, "no taps")).isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no taps");
        assertThatThrownBy(() -> NetnsRequirement.of("true", "").judge(false, "no taps")).isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("no taps");
        assertThatCode(() -> NetnsRequirement.of("true", "").judge(true, "no taps")).doesNotThrowAnyException();
    }
}
