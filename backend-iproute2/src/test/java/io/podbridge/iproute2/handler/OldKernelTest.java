package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What {@code ip(8)} prints where the kernel has no next-hop objects. */
class OldKernelTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void needsIp() {
        assumeTrue(SearchPath.ofEnvironment().find("ip").isPresent(), "there is no ip(8)");
    }

    @Test
    void aKernelBefore53HasNoNextHopObjects() throws IOException {
        try (NetlinkHandler handler = answering("RTNETLINK answers: Operation not supported\\nDump terminated")) {
            assertThat(handler.nextHopList()).isEmpty();
        }
    }

    @Test
    void anyOtherComplaintAboutThemIsAFailure() throws IOException {
        try (NetlinkHandler handler = answering("RTNETLINK answers: Operation not permitted")) {
            NetlinkException failure = catchThrowableOfType(NetlinkException.class, handler::nextHopList);

            assertThat(failure).isNotNull();
            assertThat(failure.kind()).isEqualTo(FailureKind.DENIED);
        }
    }

    /** An ip(8) that complains about the dump of next-hop objects, and otherwise does its work. */
    private NetlinkHandler answering(String complaint) throws IOException {
        OwnPrograms programs = new OwnPrograms(folder);
        programs.put("ip", """
                case "$*" in
                *-batch*) while IFS= read -r line; do
                  case "$line" in
                  'nexthop show') printf '%1$s\\nCommand failed -:1\\n' ;;
                  podbridge-end) printf 'Object "podbridge-end" is unknown, try "ip help".\\nCommand failed -:2\\n' ;;
                  *) echo '[]' ;;
                  esac
                done ;;
                *) exec %2$s "$@" ;;
                esac
                """.formatted(complaint, OwnPrograms.real("ip")));
        return new Iproute2Backend(programs.path()).open(HandlerOptions.of(NetworkNamespace.current()));
    }
}
