package io.podbridge.journal;

import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.NetworkNamespace.Inode;
import io.podbridge.netlink.model.Sysctl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What somebody else could have put there is neither read nor written through, and nothing waits for it. */
@Timeout(60)
class UnsafeJournalTest {
    private static final Inode POD = new Inode(4, 4711);

    @TempDir
    Path scratch;

    private Path directory;
    private Path file;
    private FileBindingJournal journal;

    @BeforeEach
    void write() {
        directory = scratch.resolve("podbridge");
        journal = FileBindingJournal.of(directory, POD, "eth0");
        journal.write(BindingRecords.full());
        file = directory.resolve("4-4711-eth0.json");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(journal::read).isInstanceOf(JournalProblem.class)
                .hasMessageStartingWith("cannot read the journal " + file + ": ").hasMessageContaining(why);
    }

    private Path movedAway() throws IOException {
        return Files.move(file, scratch.resolve("elsewhere.json"));
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.createSymbolicLink(file, movedAway());
        assertRefused("it is a symbolic link");
        assertThat(FileBindingJournal.list(directory)).containsExactly(elsewhere);
    }

    @Test
    void aSymbolicLinkGivesWayToWhatIsWrittenAndItsTargetIsLeftAlone() throws IOException {
        Path elsewhere = movedAway();
        Files.createSymbolicLink(file, elsewhere);
        Files.createSymbolicLink(Path.of(file + ".tmp"), elsewhere);
        String before = Files.readString(elsewhere);
        journal.write(BindingRecords.bare());

        assertThat(journal.read()).contains(BindingRecords.bare());
        assertThat(elsewhere).hasContent(before);
        journal.delete();
        assertThat(elsewhere).exists();
    }

    @Test
    void aFileWithTwoNamesIsNotRead() throws IOException {
        Files.createLink(scratch.resolve("second"), file);
        assertRefused("it has 2 names (hard links)");
    }

    @Test
    void aFifoIsNotOpened() throws IOException, InterruptedException {
        Files.delete(file);
        makeFifo(file);
        assertRefused("it is no regular file");
    }

    @Test
    void neitherTheFileOfTheLockNorItsNoteIsOpenedIfItIsAFifo() throws IOException, InterruptedException {
        makeFifo(directory.resolve("4-4711-eth0.holder"));
        assertThat(new LockHolder(directory.resolve("4-4711-eth0.holder")).name()).isEmpty();
        makeFifo(directory.resolve("4-4711-eth0.lock"));
        assertThatThrownBy(() -> BindingLock.acquire(directory, POD, "eth0", Duration.ZERO)).isInstanceOf(JournalProblem.class)
                .hasMessageContaining("4-4711-eth0.lock: it is no regular file");
    }

    @Test
    void theLockIsNotTakenThroughALink() throws IOException {
        Path elsewhere = scratch.resolve("elsewhere");
        Files.createSymbolicLink(directory.resolve("4-4711-eth0.lock"), elsewhere);
        assertThatThrownBy(() -> BindingLock.acquire(directory, POD, "eth0", Duration.ZERO)).isInstanceOf(JournalProblem.class)
                .hasMessageContaining("4-4711-eth0.lock: it is a symbolic link");
        assertThat(elsewhere).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw----", "rw----rw-"})
    void aFileThatOthersMayWriteIsNotRead(String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        assertRefused("others may write it (mode ");
    }

    @Test
    void aFileOfSomebodyElseIsNotRead() throws IOException {
        assumeTrue(isRoot(), "only root can give files away");
        Files.setAttribute(file, "unix:uid", 4711);
        assertRefused("it belongs to user 4711, neither to the caller, 0, nor to root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwxrwxrwx"})
    void aDirectoryThatOthersMayWriteIsNotUsed(String mode) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
        assertDirectoryRefused("others may write it");
    }

    @Test
    void aDirectoryThatOthersMayReadIs() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(journal.read()).contains(BindingRecords.full());
    }

    @Test
    void aDirectoryOfSomebodyElseIsNotUsed() throws IOException {
        assumeTrue(isRoot(), "only root can give directories away");
        Files.setAttribute(directory, "unix:uid", 4711);
        assertDirectoryRefused("it belongs to user 4711");
    }

    private void assertDirectoryRefused(String why) {
        assertRefused(why);
        for (ThrowingCallable use : new ThrowingCallable[] {() -> journal.write(BindingRecords.bare()),
                () -> FileBindingJournal.list(directory), () -> FileBindingJournal.listSetAside(directory),
                () -> BindingLock.acquire(directory, POD, "eth0", Duration.ZERO)}) {
            assertThatThrownBy(use).isInstanceOf(JournalProblem.class).hasMessageContaining(directory + ": ")
                    .hasMessageContaining(why);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../escaped", "..", "/etc/passwd", "-rf", "a\nb", "%2e%2e", "\u0000"})
    void noNameLeadsOutOfTheDirectory(String name) throws IOException {
        FileBindingJournal named = FileBindingJournal.of(directory, POD, name);
        named.write(BindingRecords.full());
        assertThat(named.read()).contains(BindingRecords.full());
        assertThat(FileBindingJournal.list(directory)).hasSize(2)
                .allMatch(path -> directory.equals(path.getParent()) && path.getFileName().toString().startsWith("4-4711-"));
    }

    @Test
    void aFileThatIsLargerThanAnyJournalIsNotReadIntoMemory() throws IOException {
        try (var large = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            large.position(1L << 40).write(ByteBuffer.wrap(new byte[1]));
        }
        assertRefused("it is larger than any journal");
    }

    @Test
    void noneIsWrittenThatWouldNotBeRead() {
        BindingRecord full = BindingRecords.full();
        PodInterface huge = full.pod().toBuilder().sysctls(Map.of(Sysctl.of("net", "huge"), "x".repeat(65 << 20))).build();
        assertThatThrownBy(() -> journal.write(full.with(full.identity(), huge))).isInstanceOf(JournalProblem.class)
                .hasMessageStartingWith("cannot write the journal " + file + ": it would have ");
        assertThat(journal.read()).contains(full);
    }

    @Test
    void everythingThatIsMadeIsTheCallersAlone() throws IOException {
        journal.setAside();
        journal.write(BindingRecords.full());
        try (BindingLock lock = BindingLock.acquire(directory, POD, "eth0", Duration.ZERO); var files = Files.list(directory)) {
            assertThat(lock).isNotNull();
            assertThat(files).hasSize(4).allSatisfy(path -> assertThat(PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(path))).as(path.toString()).isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
    }

    private static boolean isRoot() {
        return CallingUser.uid().orElse(-1) == 0;
    }

    private static void makeFifo(Path path) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    }
}
