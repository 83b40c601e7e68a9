package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.SearchPath;
import io.podbridge.netlink.Availability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InstallationTest {
    @TempDir
    private Path folder;

    @Test
    void withoutProgramsItNamesThemAndWhereTheyWereLookedFor() {
        Availability answer = new Installation(new SearchPath(List.of(folder))).check();

        assertThat(answer.isAvailable()).isFalse();
        assertThat(answer.reason())
                .startsWith("there is no ip, no bridge, no nsenter, no cat, no grep, no tee, no env, no getent on the PATH ("
                        + folder);
    }

    @Test
    void theIpOfBusyBoxIsRecognisedAndRefused() throws IOException {
        Availability answer = check(
                "echo 'ip: unrecognized option: V'; echo 'BusyBox v1.36.1 (2023-06-02) multi-call binary.' >&2; exit 1");

        assertThat(answer.isAvailable()).isFalse();
        assertThat(answer.reason()).contains("BusyBox");
    }

    @Test
    void anOldVersionIsRefusedWhetherItHasADateOrANumber() throws IOException {
        for (String old : List.of("iproute2-ss190107", "iproute2-4.20.0", "iproute2-5.4.0")) {
            Availability answer = check("echo 'ip utility, " + old + "'");

            assertThat(answer.isAvailable()).isFalse();
            assertThat(answer.reason()).contains("is from " + old.replace('-', ' ')).contains("5.5");
        }
    }

    @Test
    void aVersionThatPrintsJsonIsNamed() throws IOException {
        String json = "; if [ $1 = -j ]; then echo '[]'; else echo 'ip utility, ";

        assertThat(check("true" + json + "iproute2-6.1.0, libbpf 1.1.2'; fi"))
                .isEqualTo(Availability.available("ip from iproute2 6.1.0"));
        assertThat(check("true" + json + "iproute2-ss200127'; fi"))
                .isEqualTo(Availability.available("ip from iproute2 ss200127"));
    }

    @Test
    void warningsBesideTheVersionAndTheJsonDoNotMatter() throws IOException {
        String script = "echo 'a warning' >&2; echo 'another'; if [ $1 = -j ]; then echo '[]'; else echo 'ip utility, iproute2-6.1.0'; fi";

        assertThat(check(script)).isEqualTo(Availability.available("ip from iproute2 6.1.0"));
    }

    @Test
    void aVersionThatPrintsNoJsonIsRefused() throws IOException {
        assertThat(check("echo 'ip utility, iproute2-6.1.0'")).extracting(Availability::isAvailable).isEqualTo(false);
    }

    private Availability check(String script) throws IOException {
        OwnPrograms programs = new OwnPrograms(folder);
        for (String program : List.of("bridge", "nsenter", "cat", "grep", "tee", "env", "getent")) {
            programs.put(program, "exit 1");
        }
        programs.put("ip", script);
        return new Installation(new SearchPath(List.of(folder))).check();
    }
}
