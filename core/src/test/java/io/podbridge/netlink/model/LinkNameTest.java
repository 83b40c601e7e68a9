package io.podbridge.netlink.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"eth0", "eth0.100", "k6t-0123456789a", "a", "...", "\u00e9t\u00e9"})
    void takesWhatTheKernelTakes(String name) {
        assertThat(LinkName.check(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a:b", "a b", "a\tb", "a\u0000b", "-rf", "0123456789abcdef",
            "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"})
    void refusesWhatTheKernelOrACommandLineWouldNot(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> LinkName.check(name))
                .withMessageStartingWith("not a valid interface name: \"" + name + "\": ");
    }

    @Test
    void refusesAPatternOfWhichTheKernelWouldMakeAnotherName() {
        assertThatIllegalArgumentException().isThrownBy(() -> LinkName.check("tap%d")).withMessage(
                "not a valid interface name: \"tap%d\": it has a '%', and the kernel would put a number in its place");
    }

    @Test
    void anAlternativeNameMayBeLongerAndHaveAPercentSign() {
        assertThat(LinkName.checkAlternative("x".repeat(127))).hasSize(127);
        assertThat(LinkName.checkAlternative("alt%d")).isEqualTo("alt%d");
        assertThatIllegalArgumentException().isThrownBy(() -> LinkName.checkAlternative("x".repeat(128)));
        assertThatIllegalArgumentException().isThrownBy(() -> LinkName.checkAlternative("a b"));
    }
}
