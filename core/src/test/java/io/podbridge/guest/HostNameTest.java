package io.podbridge.guest;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HostNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"web-0", "WEB0", "7", "web-0.shop.example.com", "a--b"})
    void isTakenAsItIs(String name) {
        assertThat(new HostName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "web.", "-web", "web-", "web_0", "(none)", "a b", "a,b", "a\nb", "a#b", "w\u00e9b"})
    void isNoneWithOtherThanLettersDigitsAndHyphens(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HostName(name))
                .withMessageStartingWith("not a name of a host: \"");
    }
}
