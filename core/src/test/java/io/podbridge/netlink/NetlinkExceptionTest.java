package io.podbridge.netlink;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteReplace;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NetlinkExceptionTest {
    private static final LinkId ETH0 = new LinkId(3, "eth0");

    @Test
    void saysWhatWasAskedAndWhatTheKernelAnswered() {
        NetlinkException failure = NetlinkException.failed(LinkAdd.bridge("k6t-eth0").build()).errno(Errno.named("EEXIST"))
                .build();
        assertThat(failure).hasMessage("cannot add bridge \"k6t-eth0\": File exists (EEXIST)");
        assertThat(failure.operation()).isEqualTo("add bridge");
        assertThat(failure.target()).isEqualTo("\"k6t-eth0\"");
        assertThat(failure.kind()).isEqualTo(FailureKind.EXISTS);
        assertThat(failure.errno()).contains(Errno.named("EEXIST"));
        assertThat(failure.kernelMessage()).isEmpty();
    }

    @Test
    void theKernelsOwnWordsComeBeforeThoseOfTheNumber() {
        NetlinkException failure = NetlinkException.failed("add", "\"eth0\"").errno(Errno.named("EINVAL"))
                .kernelMessage(" IPv6 is disabled\n").build();
        assertThat(failure).hasMessage("cannot add \"eth0\": IPv6 is disabled (EINVAL)");
        assertThat(failure.kernelMessage()).contains("IPv6 is disabled");
        assertThat(NetlinkException.failed("add", "x").kernelMessage(" ").build()).hasMessage("cannot add x");
    }

    @Test
    void adviceFollowsTheReason() {
        assertThat(NetlinkException.failed("add", "x").errno(Errno.named("EPERM")).advice("it needs CAP_NET_ADMIN").build())
                .hasMessage("cannot add x: Operation not permitted (EPERM); it needs CAP_NET_ADMIN");
        assertThat(NetlinkException.failed("open", "y").advice("none was found").build())
                .hasMessage("cannot open y: none was found");
    }

    @Test
    void anUnknownNumberIsKept() {
        NetlinkException failure = NetlinkException.failed("add", "x").errno(new Errno(4711)).build();
        assertThat(failure).hasMessage("cannot add x: Unknown error 4711 (errno 4711)");
        assertThat(failure.kind()).isEqualTo(FailureKind.OTHER);
    }

    @Test
    void deletingAnAddressThatIsNotThereIsNotFound() {
        AddressDelete delete = new AddressDelete(ETH0, address("10.0.0.5/24"));
        assertThat(kind(delete, "EADDRNOTAVAIL")).isEqualTo(FailureKind.NOT_FOUND);
    }

    @Test
    void ipv6WhereItIsDisabledIsUnsupportedAndNotDenied() {
        assertThat(kind(new AddressReplace(ETH0, address("fd00::5/64")), "EACCES")).isEqualTo(FailureKind.UNSUPPORTED);
        assertThat(kind(new AddressReplace(ETH0, address("10.0.0.5/24")), "EACCES")).isEqualTo(FailureKind.DENIED);
        assertThat(kind(route("fd01::/64"), "EACCES")).isEqualTo(FailureKind.UNSUPPORTED);
        assertThat(kind(route("10.1.0.0/16"), "EACCES")).isEqualTo(FailureKind.DENIED);
        assertThat(kind(route("fd01::/64"), "EPERM")).isEqualTo(FailureKind.DENIED);
    }

    private static FailureKind kind(NetlinkRequest request, String errno) {
        return NetlinkException.failed(request).errno(Errno.named(errno)).build().kind();
    }

    private static InterfaceAddress address(String prefix) {
        return InterfaceAddress.builder(3, IpPrefix.parse(prefix)).build();
    }

    private static RouteReplace route(String destination) {
        return new RouteReplace(Route.builder(IpPrefix.parse(destination)).build(), Map.of());
    }
}
