package io.podbridge.tests.guest;

import io.podbridge.guest.GuestNames;
import io.podbridge.guest.HostName;
import io.podbridge.netlink.ProcessIdentity;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of processes in a pod, as their own namespaces and roots have them. */
@ExtendWith(NetnsExtension.class)
class PodNamesTest {
    /** Stays in a folder as its root, where it has no other file. */
    private static final String CHROOT = """
            $| = 1;
            chroot $ARGV[0] or die "chroot: $!";
            print "ready\\n";
            <STDIN>;
            """;

    @TempDir
    Path directory;

    private TestPod pod;

    @BeforeEach
    void keep(TestPod made) {
        pod = made;
    }

    private static ProcessIdentity identity(Companion process) {
        return ProcessIdentity.of(process.pid()).orElseThrow();
    }

    private static GuestNames names(Companion process) {
        try (process) {
            return GuestNames.ofProcess(identity(process));
        }
    }

    private Companion inRoot() throws IOException {
        return Companion.start(pod.pod(), "ready", "perl", "-e", CHROOT, directory.toString());
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(directory.resolve("etc"));
        Files.writeString(directory.resolve(file), text);
    }

    @Test
    void aUtsNamespaceWithANameComesBeforeTheFile() throws IOException {
        GuestNames names = names(PodProcess.start(pod, directory, "web-0", "nameserver 10.96.0.10\n"));
        assertThat(names.hostName()).contains(new HostName("web-0"));
        assertThat(names.resolvConf().nameServers()).containsExactly(IpAddress.parse("10.96.0.10"));
        assertThat(names.warnings()).isEmpty();
    }

    @Test
    void aNameThatNoHostMayHaveIsToldAsAWarning() throws IOException {
        GuestNames names = names(PodProcess.start(pod, directory, "web_0", ""));
        assertThat(names.hostName()).isEmpty();
        assertThat(names.warnings())
                .containsExactly("the guest is told of no host name: the pod's is not a name of a host: \"web_0\"");
    }

    @Test
    void withoutOneTheFileInTheProcesssOwnRootHasIt() throws IOException {
        write("etc/hostname", "# by hand\n\nweb-1\n");
        write("etc/resolv.conf", "nameserver 10.96.0.11\nsearch shop.local\n");
        GuestNames names = names(inRoot());
        assertThat(names.hostName()).contains(new HostName("web-1"));
        assertThat(names.resolvConf().nameServers()).containsExactly(IpAddress.parse("10.96.0.11"));
        assertThat(names.resolvConf().searchDomains()).containsExactly("shop.local");
    }

    @Test
    void linksLeadNowhereButIntoTheProcesssOwnRoot() throws IOException {
        Path ours = Files.writeString(directory.resolveSibling(directory.getFileName() + "-ours"), "nameserver 10.9.9.9\n");
        try {
            write("resolv.conf", "nameserver 10.96.0.12\n");
            Files.createSymbolicLink(directory.resolve("etc/resolv.conf"), Path.of("/resolv.conf"));
            Files.createSymbolicLink(directory.resolve("etc/hostname"), ours);
            GuestNames names = names(inRoot());
            assertThat(names.resolvConf().nameServers()).containsExactly(IpAddress.parse("10.96.0.12"));
            assertThat(names.hostName()).isEmpty();
        } finally {
            Files.delete(ours);
        }
    }

    @Test
    void aRootWithoutFilesHasNoNames() throws IOException {
        try (Companion process = inRoot()) {
            GuestNames names = GuestNames.ofProcess(identity(process));
            assertThat(names.resolvConf().nameServers()).isEmpty();
            assertThat(names.resolvConf().warnings()).containsExactly(
                    "the guest is told of no name servers: process " + process.pid() + " has no /etc/resolv.conf");
            assertThat(names.hostName()).isEmpty();
            assertThat(names.warnings()).isEmpty();
        }
    }

    @Test
    void aProcessThatHasEndedHasNone() throws IOException {
        Companion process = inRoot();
        ProcessIdentity identity = identity(process);
        process.close();
        assertThat(GuestNames.ofProcess(identity).warnings())
                .containsExactly("the guest is told of no names: process " + identity.pid() + " has ended");
    }
}
