package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.LinkId;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RouteRefusalsContract extends PodContract {

    RouteRefusalsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aGatewayThatCannotBeReachedIsInvalid() {
        refused(FailureKind.INVALID, Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "172.16.0.1"))));
        refused(FailureKind.INVALID, Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd99::1"))));

        assertThat(routes("10.1.0.0/16")).isEmpty();
        assertThat(routes("fd01::/64")).isEmpty();
    }

    @Test
    void aSourceThatIsNoLocalAddressIsInvalid() {
        refused(FailureKind.INVALID, Samples.replace(
                Samples.direct(nic(), "10.1.0.0/16").preferredSource(IpAddress.parse("10.99.0.1"))));
        refused(FailureKind.INVALID, Samples.replace(
                Samples.route("fd01::/64", Samples.via(nic(), "fd00::1")).preferredSource(IpAddress.parse("fd00::99"))));
    }

    @Test
    void aLinkThatIsDownIsInvalid() {
        LinkId bridge = addBridge("br0");

        refused(FailureKind.INVALID, Samples.replace(Samples.direct(bridge, "10.1.0.0/16")));
        refused(FailureKind.INVALID, Samples.replace(Samples.direct(bridge, "fd01::/64")));
    }

    @Test
    void aLinkThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, Samples.replace(Samples.direct(gone(), "10.1.0.0/16")));
        refused(FailureKind.NOT_FOUND, Samples.replace(Samples.direct(gone(), "fd01::/64")));
    }

    @Test
    void aRouteThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));
        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"))));
    }

    @Test
    void aRouteByAnotherGatewayIsNotFound() {
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));
        handler().execute(Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"))));

        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.2"))));
        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("fd01::/64", Samples.via(nic(), "fd00::2"))));

        assertThat(routes("10.1.0.0/16")).hasSize(1);
        assertThat(routes("fd01::/64")).hasSize(1);
    }

    @Test
    void aRouteOfAnotherTableIsNotFound() {
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));

        refused(FailureKind.NOT_FOUND, Samples.delete(
                Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).table(1000)));
    }
}
