package io.podbridge.testkit.netns;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NetnsSupportTest {

    @Test
    void saysWhichSystemHasNoNamespaces() {
        assertThat(NetnsSupport.tryIt("Mac OS X").isAvailable()).isFalse();
        assertThat(NetnsSupport.tryIt("Mac OS X").reason()).contains("Linux", "Mac OS X");
    }

    @Test
    void saysWhatItFound() {
        assertThat(NetnsSupport.probe().reason()).isEqualTo(NetnsSupport.probe().reason()).isNotBlank();
        assertThat(NetnsSupport.probe().reason().contains("it needs"))
                .isNotEqualTo(NetnsSupport.probe().isAvailable());
    }
}
