package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResolvConfTest {
    private static ResolvConf parse(String... lines) {
        return ResolvConf.parse(String.join("\n", lines) + "\n");
    }

    private static IpAddress[] addresses(String... texts) {
        return Stream.of(texts).map(IpAddress::parse).toArray(IpAddress[]::new);
    }

    @Test
    void kubelets() {
        ResolvConf parsed = parse("search shop.svc.cluster.local svc.cluster.local cluster.local", "nameserver 10.96.0.10",
                "options ndots:5");
        assertThat(parsed.nameServers()).containsExactly(addresses("10.96.0.10"));
        assertThat(parsed.searchDomains()).containsExactly("shop.svc.cluster.local", "svc.cluster.local", "cluster.local");
        assertThat(parsed.warnings()).isEmpty();
    }

    @Test
    void allServersAreKeptInOrderAndOnce() {
        assertThat(parse("nameserver 10.0.0.4", "nameserver fd00::a", "nameserver 10.0.0.2", "nameserver 10.0.0.4",
                "nameserver 10.0.0.9").nameServers()).containsExactly(addresses("10.0.0.4", "fd00::a", "10.0.0.2", "10.0.0.9"));
    }

    @Test
    void ofSearchAndDomainTheLastCounts() {
        assertThat(parse("search a b", "domain c d").searchDomains()).containsExactly("c");
        assertThat(parse("domain c", "search a b a").searchDomains()).containsExactly("a", "b");
        assertThat(parse("search a", "search\t").searchDomains()).containsExactly("a");
        assertThat(parse("search a", "search .").searchDomains()).isEmpty();
    }

    @Test
    void blanksTabsCommentsAndWhatComesAfterAnAddressAreNothing() {
        ResolvConf parsed = parse("", "# nameserver 10.0.0.1", ";search x", "  \t", "nameserver\t 10.0.0.2\t# ours",
                "search\ta.\tb",
                "sortlist 10.0.0.0");
        assertThat(parsed.nameServers()).containsExactly(addresses("10.0.0.2"));
        assertThat(parsed.searchDomains()).containsExactly("a", "b");
        assertThat(parsed.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"nameserver|\"\" is no address of a name server",
            "nameserver dns.example.com|\"dns.example.com\" is no address of a name server",
            "nameserver 10.0.1|\"10.0.1\" is no address of a name server",
            "nameserver 127.0.0.53|the name server 127.0.0.53 is one in the pod itself, which the guest does not reach",
            "nameserver ::1|the name server ::1 is one in the pod itself, which the guest does not reach",
            "nameserver 0.0.0.0|the name server 0.0.0.0 is one in the pod itself, which the guest does not reach",
            "nameserver fe80::1%eth0|the name server \"fe80::1%eth0\" is told by an interface of the pod, which the guest does not have",
            "nameserver fe80::1|the name server \"fe80::1\" is told by an interface of the pod, which the guest does not have",
            "search a,dhcp-script=/bin/sh|\"a,dhcp-script=/bin/sh\" is no name of a domain",
            "search a..b|\"a..b\" is no name of a domain",
            "' nameserver 10.0.0.1'|it begins with no keyword, but with \" nameserver 10.0.0.1\"",
            "nameservers 10.0.0.1|it begins with no keyword, but with \"nameservers 10.0.0.1\""})
    void aWrongLineIsToldAndTheOthersCount(String line, String why) {
        ResolvConf parsed = parse("nameserver 10.0.0.3", line, "nameserver 10.0.0.4");
        assertThat(parsed.nameServers()).containsExactly(addresses("10.0.0.3", "10.0.0.4"));
        assertThat(parsed.searchDomains()).isEmpty();
        assertThat(parsed.warnings()).containsExactly("the guest is not told of line 2 of resolv.conf: " + why);
    }

    @Test
    void aWarningIsOneShortLineWhateverIsInTheFile() {
        assertThat(parse("search \u001b[31m\rx\u0085y" + "z".repeat(1000)).warnings()).singleElement().asString()
                .isEqualTo("the guest is not told of line 1 of resolv.conf: \"?[31m?x?y" + "z".repeat(68)
                        + "...\" is no name of a domain");
    }

    @Test
    void aNameHas253CharactersAtMost() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "b".repeat(61));
        assertThat(parse("search " + longest).searchDomains()).containsExactly(longest);
        assertThat(parse("search " + longest + "b", "search a." + label + "a").searchDomains()).isEmpty();
    }

    @Test
    void whatIsGivenByHandIsCheckedToo() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ResolvConf(List.of(), List.of("a,b"), List.of()))
                .withMessage("not a name of a domain: \"a,b\"");
    }

    @Test
    void aFileIsReadUpTo64KiB(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("resolv.conf"), "nameserver 10.0.0.3\n" + "#".repeat(65516));
        assertThat(ResolvConf.read(file).nameServers()).hasSize(1);
        Files.writeString(file, "nameserver 10.0.0.3\n" + "#".repeat(65517));
        assertThatThrownBy(() -> ResolvConf.read(file)).hasMessage("the file has more than 65536 bytes");
        assertThatThrownBy(() -> ResolvConf.read(directory.resolve("none"))).isInstanceOf(IOException.class)
                .hasMessage(directory.resolve("none") + " (No such file or directory)");
    }
}
