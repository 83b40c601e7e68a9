package io.podbridge.iproute2.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsFolderTest {
    private static final Path FOLDER = Path.of("/proc/sys/net/ipv4/conf");

    @Test
    void onlyWhatIsBelowTheFolderIsLedTo() throws ToolException {
        Talk cat = Talk.start(Toolbox.here(SearchPath.ofEnvironment()).at(FOLDER), List.of("cat"));
        try {
            SettingsFolder folder = new SettingsFolder(cat, FOLDER);

            assertThat(folder.lead(FOLDER + "/lo/arp_ignore")).contains(Path.of("/proc/" + cat.pid() + "/cwd/lo/arp_ignore"));
            assertThat(folder.lead(FOLDER + "/../../ipv6/conf/lo/disable_ipv6")).isEmpty();
            assertThat(folder.lead("/proc/sys/net/ipv6/conf/lo/disable_ipv6")).isEmpty();
            assertThat(folder.lead(FOLDER + "/a\0b/arp_ignore")).isEmpty();
        } finally {
            cat.close();
        }
    }

    @Test
    void whoHasEndedOrIsElsewhereLeadsNowhere() throws ToolException {
        Talk cat = Talk.start(Toolbox.here(SearchPath.ofEnvironment()).at(FOLDER), List.of("cat"));
        cat.say("\n");
        cat.hear(Deadline.in(Duration.ofMinutes(1)));

        assertThat(new SettingsFolder(cat, FOLDER).isThere()).isTrue();
        assertThat(new SettingsFolder(cat, Path.of("/proc/sys/net/ipv6/conf")).isThere()).isFalse();
        cat.close();
        assertThat(new SettingsFolder(cat, FOLDER).isThere()).isFalse();
    }
}
