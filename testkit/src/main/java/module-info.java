/** What tests of pod networks need: network namespaces of their own, and the conformance suite of netlink backends. */
module io.podbridge.testkit {
    requires transitive io.podbridge.core;
    requires com.google.common;
    requires static transitive org.assertj.core;
    requires static org.jspecify;
    requires static transitive org.junit.jupiter.api;

    exports io.podbridge.testkit;
    exports io.podbridge.testkit.assertions;
    exports io.podbridge.testkit.contract;
    exports io.podbridge.testkit.netns;

    opens io.podbridge.testkit.contract to
            org.junit.platform.commons;
}
