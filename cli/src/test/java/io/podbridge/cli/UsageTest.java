package io.podbridge.cli;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A wrong command line is told in one sentence, and nothing is looked at. */
class UsageTest {

    static Stream<Arguments> wrong() {
        return Stream.of(says("subcommand"), says("no command 'shwo'; there are demo, show, plan", "shwo"),
                says("'--nonsense'", "show", "--nonsense"),
                says("'--mac'", "verify", "--mac", "0a:58:0a:f4:01:07"), says("'--force'", "bind", "--force"),
                says("16 bytes", "bind", "--interface", "0123456789abcdef"), says("0 bytes", "bind", "--interface", ""),
                says("'/'", "bind", "--interface", "eth/0"), says("white space", "verify", "--interface", "eth 0"),
                says("'-'", "release", "--interface=-eth0"), says("reserves", "dhcp", "--interface", ".."),
                says("control character", "plan", "--interface", "eth\n0"),
                says("16 bytes", "plan", "--bridge", "0123456789abcdef"),
                says("'--mac': not an Ethernet address: \"zz\"", "plan", "--mac", "zz"),
                says("multicast", "plan", "--mac", "01:00:5e:00:00:01"), says("all zero", "bind", "--mac", "00:00:00:00:00:00"),
                says("0 to 99, not 100", "plan", "--index", "100"), says("0 to 99, not -1", "plan", "--index", "-1"),
                says("'one' is not an int", "plan", "--index", "one"), says("1 to 256", "plan", "--tap-queues", "0"),
                says("1 to 256", "plan", "--tap-queues", "257"), says("negative", "bind", "--tap-uid", "-1"),
                says("negative", "bind", "--tap-gid", "-1"), says("auto, dummy, bridge, veth", "bind", "--placeholder", "DUMMY"),
                says("json, dnsmasq, libvirt, cloud-init", "dhcp", "--format", "xml"),
                says("not a name of a host", "dhcp", "--hostname", "a b"),
                says("--format", "dhcp", "--json", "--format", "libvirt"), says("--allow-kind", "bind", "--allow-kind", ""),
                says("not by both", "show", "--netns", "x", "--pid", "1"), says("--pid", "show", "--pid", "0"),
                says("'one' is not a long", "show", "--pid", "one"), says("\"..\"", "show", "--netns", ".."),
                says("\"\"", "show", "--netns", ""), says("0 seconds", "list", "--wait", "-1"), says("--gone", "forget"),
                says("--gone", "forget", "--gone", "--netns", "x"), says("for people", "demo", "--json"));
    }

    private static Arguments says(String words, String... args) {
        return Arguments.of(words, List.of(args));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isToldInOneSentence(String words, List<String> args) {
        Run run = Run.of(args.toArray(String[]::new));
        String start = args.contains("--json") ? "{\"error\":" : "podbridge: ";
        assertThat(run.errLines()).singleElement().asString().startsWith(start).contains(words).doesNotContain("Exception");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void isJsonWhereJsonIsWanted() {
        Run run = Run.of("plan", "--json", "--mac", "zz");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.error().get("message").getAsString()).contains("not an Ethernet address");
        assertThat(run.error().keySet()).containsExactly("message");
        assertThat(run.errLines()).hasSize(1);
    }
}
