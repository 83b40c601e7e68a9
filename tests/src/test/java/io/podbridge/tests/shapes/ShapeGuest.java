package io.podbridge.tests.shapes;

import io.podbridge.PreparedPod;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.testkit.netns.TestNamespace;
import io.podbridge.tests.guest.CheapGuest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A guest on the tap of a pod of any shape, configured as it is told, and the node as its router: the two reach each other, by IPv6
 * on the link at least.
 */
final class ShapeGuest {
    /** RFC 8200, section 5: below it a link has no IPv6. */
    private static final int LEAST_IPV6_MTU = 1280;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestPod pod;
    private final String nodeEnd;
    private final PreparedPod prepared;

    ShapeGuest(TestPod pod, String nodeEnd, PreparedPod prepared) {
        this.pod = pod;
        this.nodeEnd = nodeEnd;
        this.prepared = prepared;
    }

    void speaksWithTheNode() {
        DhcpConfig config = prepared.dhcpConfig();
        Stream.of(config.gateway(), config.gateway6()).flatMap(Optional::stream).forEach(this::becomeGateway);
        Stream.concat(config.address().stream(), config.addresses6().stream()).forEach(this::routeToGuest);
        try (CheapGuest guest = CheapGuest.start(pod.pod(), prepared.domainInterface().target(), config)) {
            if (config.mtu() >= LEAST_IPV6_MTU) {
                answers(guest.namespace(), CheapGuest.NIC, linkLocal(pod.node(), nodeEnd));
            }
            config.gateway6().ifPresent(gateway -> answers(guest.namespace(), CheapGuest.NIC, gateway.toString()));
            config.gateway().ifPresent(gateway -> {
                answers(guest.namespace(), CheapGuest.NIC, gateway.toString());
                answers(pod.node(), nodeEnd, config.address().orElseThrow().address().toString());
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the guest of " + pod.pod().name(), e);
        }
    }

    private void becomeGateway(IpAddress gateway) {
        pod.node().ip("addr", "replace", gateway.toString(), "dev", nodeEnd);
    }

    private void routeToGuest(IpPrefix address) {
        pod.node().ip("route", "replace", address.address().toString(), "dev", nodeEnd);
    }

    /** It answers nobody while it is tentative. */
    private static String linkLocal(TestNamespace namespace, String link) {
        String told = Eventually.read(PATIENCE,
                () -> namespace.ip("-6", "-o", "addr", "show", "dev", link, "scope", "link", "-tentative"),
                text -> !text.isBlank());
        assertThat(told).as("addresses of %s", link).contains("inet6 ");
        return told.replaceFirst("(?s).*inet6 ([^/]+)/.*", "$1");
    }

    private static void answers(TestNamespace from, String link, String address) {
        from.exec("ping", "-n", "-q", "-c", "1", "-w", "10", "-I", link, address);
    }
}
