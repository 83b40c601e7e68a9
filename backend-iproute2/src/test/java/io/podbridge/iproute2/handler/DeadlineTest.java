package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.LinkAdd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** With an {@code ip} that says that it is there, and answers only once a file is there. It changes nothing, so the namespace of this JVM will do. */
class DeadlineTest {
    @TempDir
    private Path folder;

    @Test
    void whatDoesNotAnswerIsKilledAndTheHandlerGoesOnWithAnotherProcess() throws IOException {
        Path awake = folder.resolve("awake");
        OwnPrograms programs = new OwnPrograms(folder);
        programs.put("ip", slowIp(awake));
        SearchPath path = programs.path();
        HandlerOptions options = HandlerOptions.of(NetworkNamespace.current()).withDeadline(Duration.ofSeconds(5));
        try (NetlinkHandler handler = new Iproute2Backend(path).open(options)) {
            RequestOutcome outcome = handler.execute(List.of(LinkAdd.bridge("br0").build())).get(0);
            NetlinkException reading = catchThrowableOfType(NetlinkException.class, handler::addrList);

            assertThat(outcome.failure().map(NetlinkException::kind)).contains(FailureKind.TIMEOUT);
            assertThat(reading.kind()).isEqualTo(FailureKind.TIMEOUT);
        }
        Files.createFile(awake);
        try (NetlinkHandler handler = new Iproute2Backend(path)
                .open(HandlerOptions.of(NetworkNamespace.current()))) {
            assertThat(handler.execute(List.of(LinkAdd.bridge("br0").build())).get(0).isDone()).isTrue();
        }
    }

    private static String slowIp(Path awake) {
        return """
                case "$*" in
                -V) echo 'ip utility, iproute2-6.1.0'; exit ;;
                *'link show') echo '[]'; exit ;;
                esac
                asked=no
                while read -r line; do
                  if [ "$line" != podbridge-end ]; then
                    asked=yes
                  elif [ $asked = no ] || [ -e %s ]; then
                    echo 'Object "podbridge-end" is unknown, try "ip help".'
                    echo 'Command failed -:2'
                  fi
                done
                """.formatted(awake);
    }
}
