package io.podbridge.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {

    @Test
    void namesEveryCommandAndEveryExitCode() {
        Run run = Run.of("--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("demo", "show", "plan", "bind", "dhcp", "verify", "release", "list", "forget", "backends",
                "0 done, 1 failed, 2 usage, 3 drift, 4 refused");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "show", "plan", "bind", "dhcp", "verify", "release", "list", "forget", "backends"})
    void ofACommandNamesTheOptionsOfAllCommands(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Usage: podbridge " + command, "--backend", "--journal-dir", "/run/podbridge", "--wait",
                "--trace", "--json", "--debug").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "bind"})
    void ofACommandThatBuildsNamesWhatIsBuilt(String command) {
        assertThat(Run.of(command, "--help").out()).contains("--netns", "--pid", "--interface", "--mac", "--tap-uid", "--tap-gid",
                "--tap-queues", "--placeholder", "--bridge", "--index", "--rollback", "--allow-kind", "--allow-this-namespace");
    }

    @Test
    void ofDhcpNamesWhatTheGuestIsToldAndForWhom() {
        assertThat(Run.of("dhcp", "--help").out()).contains("--format=json|dnsmasq|libvirt|cloud-init", "--resolv-conf=FILE",
                "--hostname=NAME", "dnsmasq.conf", "<interface>", "network-config");
    }

    @Test
    void versionIsThatOfTheBuild() {
        Run run = Run.of("--version");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("podbridge \\d+\\.\\d+\\.\\d+").contains("Java " + Runtime.version())
                .doesNotContain("${");
    }
}
