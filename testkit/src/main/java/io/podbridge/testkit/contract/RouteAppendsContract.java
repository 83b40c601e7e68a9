package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.RouteAppend;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RouteAppendsContract extends PodContract {

    RouteAppendsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void appendingKeepsWhatIsThereAndRepeatingItIsExists() {
        handler().execute(append(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));
        handler().execute(append(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.2"))));

        assertThat(routes("10.1.0.0/16")).flatExtracting(Route::nextHops)
                .containsExactly(Samples.via(nic(), "10.244.1.1"), Samples.via(nic(), "10.244.1.2"));
        refused(FailureKind.EXISTS, append(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.2"))));
        assertThat(routes("10.1.0.0/16")).hasSize(2);
    }

    @Test
    void anIpv6RouteByAnotherGatewayBecomesOneMoreWayOfTheSameRoute() {
        handler().execute(append(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"))));
        handler().execute(append(Samples.route("fd01::/64", Samples.via(nic(), "fd00::2"))));

        assertThat(only("fd01::/64").nextHops()).containsExactlyInAnyOrder(Samples.via(nic(), "fd00::1"),
                Samples.via(nic(), "fd00::2"));
        refused(FailureKind.EXISTS, append(Samples.route("fd01::/64", Samples.via(nic(), "fd00::2"))));
    }

    @Test
    void ofAnIpv6RouteOfSeveralWaysTheOneWhoseGatewayIsNamedGoes() {
        handler().execute(append(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"))));
        handler().execute(append(Samples.route("fd01::/64", Samples.via(nic(), "fd00::2"))));

        handler().execute(Samples.delete(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"))));

        assertThat(only("fd01::/64").nextHops()).containsExactly(Samples.via(nic(), "fd00::2"));
    }

    @Test
    void replacingAfterAppendingReplacesTheFirst() {
        handler().execute(append(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));
        handler().execute(append(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.2"))));

        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.3"))));

        assertThat(routes("10.1.0.0/16")).flatExtracting(Route::nextHops)
                .containsExactly(Samples.via(nic(), "10.244.1.3"), Samples.via(nic(), "10.244.1.2"));
    }

    @Test
    void aLinkThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, append(Samples.direct(gone(), "10.1.0.0/16")));
        refused(FailureKind.NOT_FOUND, append(Samples.direct(gone(), "fd01::/64")));
    }

    @Test
    void aGatewayThatCannotBeReachedAndASourceThatIsNotLocalAreInvalid() {
        refused(FailureKind.INVALID, append(Samples.route("10.1.0.0/16", Samples.via(nic(), "172.16.0.1"))));
        refused(FailureKind.INVALID, append(Samples.route("fd01::/64", Samples.via(nic(), "fd99::1"))));
        refused(FailureKind.INVALID,
                append(Samples.direct(nic(), "10.1.0.0/16").preferredSource(IpAddress.parse("10.99.0.1"))));

        assertThat(routes("10.1.0.0/16")).isEmpty();
        assertThat(routes("fd01::/64")).isEmpty();
    }

    @Test
    void aLinkThatIsDownIsInvalid() {
        LinkId bridge = addBridge("br0");

        refused(FailureKind.INVALID, append(Samples.direct(bridge, "10.1.0.0/16")));
        refused(FailureKind.INVALID, append(Samples.direct(bridge, "fd01::/64")));
    }

    private static RouteAppend append(Route.Builder route) {
        return new RouteAppend(route.build(), Map.of());
    }
}
