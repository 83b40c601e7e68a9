package io.podbridge.netlink.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LifetimeTest {

    @Test
    void isCountedDownToZero() {
        assertThat(new Lifetime(3600).after(600)).isEqualTo(new Lifetime(3000)).hasToString("3000sec");
        assertThat(new Lifetime(3600).after(4000)).isEqualTo(new Lifetime(0));
    }

    @Test
    void forEverStaysForEver() {
        assertThat(Lifetime.FOREVER.after(Long.MAX_VALUE)).isEqualTo(Lifetime.FOREVER).hasToString("forever");
        assertThat(new Lifetime(Lifetime.FOREVER_SECONDS).isForever()).isTrue();
    }

    @Test
    void aClockThatWasSetBackMakesItNoLonger() {
        Lifetime longest = new Lifetime(Lifetime.FOREVER_SECONDS - 1);
        assertThat(longest.after(-1)).isEqualTo(longest);
    }

    @Test
    void hasThirtyTwoBits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lifetime(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lifetime(1L << 32));
    }
}
