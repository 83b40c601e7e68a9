package io.podbridge.cli.output;

import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestNames;
import io.podbridge.guest.HostName;
import io.podbridge.guest.ResolvConf;
import io.podbridge.netlink.model.Route;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.cli.output.Guest.onLink;
import static io.podbridge.cli.output.Guest.via;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the dnsmasq of this machine says of the configuration. */
class DnsmasqSyntaxTest {
    private static final Path DNSMASQ = Path.of("/usr/sbin/dnsmasq");

    @TempDir
    Path directory;

    @BeforeEach
    void needsDnsmasq() {
        assumeTrue(Files.isExecutable(DNSMASQ) || "true".equals(System.getenv("CI")), "there is no " + DNSMASQ);
    }

    private String verdict(List<String> lines) throws IOException {
        Path file = Files.write(directory.resolve("dnsmasq.conf"), lines);
        Process process = new ProcessBuilder(DNSMASQ.toString(), "--test", "--conf-file=" + file).redirectErrorStream(true)
                .redirectInput(new File("/dev/null")).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    static Stream<DhcpConfig> guests() {
        Route calico = via("0.0.0.0/0", "169.254.1.1");
        List<Route> hundred = IntStream.range(0, 100).mapToObj(i -> via("10.9." + i + ".0/24", "10.244.1.3")).toList();
        List<Route> wide = IntStream.range(128, 168).mapToObj(i -> via(i + ".0.0.0/8", "100.244.111.113")).toList();
        return Stream.of(Guest.of(List.of()), Guest.of(wide, "100.244.111.117/24"), Guest.of(List.of(), "fd00::7/64"),
                Guest.of(List.of(), "10.244.1.7/24"),
                Guest.of(List.of(via("0.0.0.0/0", "10.244.1.1")), "10.244.1.7/31"),
                Guest.of(List.of(calico, onLink("169.254.1.1/32")), "192.168.7.9/32"),
                Guest.of(List.of(onLink("0.0.0.0/0")), "10.244.1.7/8"), Guest.of(hundred, "10.244.1.7/24"),
                Guest.of(List.of(), "10.244.1.7/24", "10.244.1.8/24", "fd00::7/64").withNames(manyNames()));
    }

    private static GuestNames manyNames() {
        String servers = IntStream.range(0, 100).mapToObj(i -> "nameserver 10.0.0." + i).collect(Collectors.joining("\n"));
        String domains = IntStream.range(0, 100).mapToObj(i -> "domain-" + i + "_x.svc.cluster.local")
                .collect(Collectors.joining(" ", "\nsearch ", "\nnonsense \u001b[31m"));
        return GuestNames.NONE.withResolvConf(ResolvConf.parse(servers + domains)).withHostName(new HostName("a".repeat(63)));
    }

    @ParameterizedTest
    @MethodSource("guests")
    void isTaken(DhcpConfig config) throws IOException {
        assertThat(verdict(DnsmasqText.lines(config, "k6t-eth0"))).endsWith("syntax check OK.");
    }

    @Test
    void wouldBeRefusedIfItWereWrong() throws IOException {
        assertThat(verdict(List.of("dhcp-option=option:router,nonsense"))).contains("bad IP address at line 1");
    }
}
