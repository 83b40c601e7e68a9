package io.podbridge.guest;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What guests are told of names. */
class DhcpNamesTest {
    private static final ResolvConf RESOLV_CONF = ResolvConf.parse("nameserver 10.96.0.10\nnameserver ::1\nsearch a b\n");
    private static final String NO_SERVER = "the guest is not told of line 2 of resolv.conf: the name server ::1 is one in the pod itself,"
            + " which the guest does not reach";

    private final DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24").dhcp();

    @Test
    void noneUnlessAskedFor() {
        assertThat(config.dnsServers()).isEmpty();
        assertThat(config.searchDomains()).isEmpty();
        assertThat(config.hostName()).isEmpty();
        assertThat(config).isEqualTo(config.withNames(GuestNames.NONE)).hasSameHashCodeAs(config.withNames(GuestNames.NONE));
    }

    @Test
    void areJson() {
        DhcpConfig named = config.withNames(GuestNames.NONE.withResolvConf(RESOLV_CONF).withHostName(new HostName("web-0")));
        assertThat(named.toJson()).endsWith(",\"leaseTime\":4294967295,\"dnsServers\":[\"10.96.0.10\"],"
                + "\"searchDomains\":[\"a\",\"b\"],\"hostName\":\"web-0\",\"warnings\":[\"" + NO_SERVER + "\"]}");
        assertThat(named).isNotEqualTo(config);
    }

    @Test
    void aNameThatIsGivenTakesTheWarningsAboutTheOther() {
        GuestNames unnamed = new GuestNames(RESOLV_CONF, Optional.empty(), List.of("no name"));
        assertThat(config.withNames(unnamed).warnings()).containsExactly(NO_SERVER, "no name");
        assertThat(config.withNames(unnamed.withHostName(new HostName("web-0"))).warnings()).containsExactly(NO_SERVER);
        assertThat(config.withNames(unnamed.withResolvConf(ResolvConf.EMPTY)).warnings()).containsExactly("no name");
    }
}
