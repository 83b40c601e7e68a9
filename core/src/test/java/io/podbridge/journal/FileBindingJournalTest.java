package io.podbridge.journal;

import io.podbridge.netlink.NetworkNamespace.Inode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileBindingJournalTest {
    private static final Inode POD = new Inode(4, 4711);

    @TempDir
    Path scratch;

    private Path directory;
    private FileBindingJournal journal;

    @BeforeEach
    void name() {
        directory = scratch.resolve("run").resolve("podbridge");
        journal = FileBindingJournal.of(directory, POD, "eth0");
    }

    private Path file() {
        return FileBindingJournal.list(directory).get(0);
    }

    @Test
    void whatWasWrittenIsReadAndListed() throws IOException {
        assertThat(journal.read()).isEmpty();
        assertThat(FileBindingJournal.list(directory)).isEmpty();
        journal.write(BindingRecords.full());
        assertThat(journal.read()).contains(BindingRecords.full());
        assertThat(FileBindingJournal.of(file()).read()).contains(BindingRecords.full());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
    }

    @Test
    void aLaterRecordReplacesTheEarlierOne() {
        journal.write(BindingRecords.full());
        journal.write(BindingRecords.bare());
        assertThat(journal.read()).contains(BindingRecords.bare());
        assertThat(FileBindingJournal.list(directory)).hasSize(1);
    }

    @Test
    void deletingAndSettingAsideAreHarmlessWhereThereIsNothing() {
        journal.delete();
        journal.setAside();
        journal.write(BindingRecords.full());
        journal.setAside();
        assertThat(journal.read()).isEmpty();
        assertThat(FileBindingJournal.list(directory)).isEmpty();
        journal.write(BindingRecords.full());
        journal.delete();
        assertThat(journal.read()).isEmpty();
    }

    @Test
    void interfacesAndNamespacesHaveFilesOfTheirOwn() {
        journal.write(BindingRecords.full());
        FileBindingJournal.of(directory, POD, "eth0.5").write(BindingRecords.full());
        FileBindingJournal.of(directory, POD, "eth0%5").write(BindingRecords.full());
        FileBindingJournal.of(directory, new Inode(4, 4712), "eth0").write(BindingRecords.full());
        assertThat(FileBindingJournal.list(directory)).hasSize(4);
    }

    @Test
    void anInterruptedThreadWritesAllOfIt() {
        Thread.currentThread().interrupt();
        journal.write(BindingRecords.full());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(journal.read()).contains(BindingRecords.full());
    }

    @Test
    void aTornFileIsNamedAndLeftAlone() throws IOException {
        journal.write(BindingRecords.full());
        Path file = file();
        String torn = Files.readString(file).substring(0, 100);
        Files.writeString(file, torn);
        assertThatThrownBy(journal::read).isInstanceOf(JournalProblem.class).hasMessageContaining(file.toString());
        assertThat(file).hasContent(torn);
    }

    @Test
    void aDirectoryThatIsAFileIsNamed() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "");
        assertThatThrownBy(() -> journal.write(BindingRecords.full())).isInstanceOf(JournalProblem.class)
                .hasMessageContaining(directory.toString());
        assertThatThrownBy(() -> FileBindingJournal.list(directory)).isInstanceOf(JournalProblem.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void whatIsLeftOfAWriteThatWasCutOffIsNoJournal() throws IOException {
        journal.write(BindingRecords.full());
        Files.writeString(file().resolveSibling(file().getFileName() + ".tmp"), "{");
        assertThat(FileBindingJournal.list(directory)).hasSize(1);
        journal.write(BindingRecords.bare());
        assertThat(journal.read()).contains(BindingRecords.bare());
    }

    @Test
    void ofThoseSetAsideTheLastIsKept() throws IOException {
        journal.write(BindingRecords.full());
        Path gone = Path.of(file() + ".gone");
        journal.setAside();
        journal.write(BindingRecords.bare());
        journal.setAside();

        assertThat(FileBindingJournal.listSetAside(directory)).containsExactly(gone);
        assertThat(FileBindingJournal.of(gone).read()).contains(BindingRecords.bare());
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(gone));
    }

    @Test
    void aRecordThatCannotBeWrittenLeavesTheOneThatIsThere() {
        journal.write(BindingRecords.full());
        BindingRecord full = BindingRecords.full();
        BindingRecord bad = new BindingRecord(full.phase(), full.identity(), full.binding(), full.pod(), Optional.empty());

        assertThatThrownBy(() -> journal.write(bad)).isInstanceOf(JournalProblem.class)
                .hasMessage("cannot write the journal " + file() + ": $.own is missing in phase PREPARED");
        assertThat(journal.read()).contains(full);
    }

    @Test
    void aWriteThatFailsNamesTheFileAndLeavesNothingBehind() throws IOException {
        journal.write(BindingRecords.full());
        Path file = file();
        journal.delete();
        Files.createDirectory(file);

        assertThatThrownBy(() -> journal.write(BindingRecords.full())).isInstanceOf(JournalProblem.class)
                .hasMessageStartingWith("cannot write the journal " + file + ": ");
        assertThatThrownBy(journal::read).isInstanceOf(JournalProblem.class)
                .hasMessage("cannot read the journal " + file + ": Is a directory; move that directory away");
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aNameThatIsTooLongForAFileIsNamed() {
        FileBindingJournal tooLong = FileBindingJournal.of(directory, POD, "n".repeat(300));

        assertThatThrownBy(() -> tooLong.write(BindingRecords.full())).isInstanceOf(JournalProblem.class)
                .hasMessageEndingWith("File name too long");
    }

    @Test
    void aFileOfANewerVersionIsNamedAndLeftAlone() throws IOException {
        journal.write(BindingRecords.full());
        Path file = file();
        String newer = Files.readString(file).replace("\"version\": 2", "\"version\": 3");
        Files.writeString(file, newer);

        assertThatThrownBy(journal::read).isInstanceOfSatisfying(JournalProblem.class, problem -> {
            assertThat(problem.path()).isEqualTo(file);
            assertThat(problem.problem()).startsWith("$.version is 3: a newer podbridge wrote this");
            assertThat(problem.sentence()).startsWith("cannot read the journal " + file + ": $.version");
        });
        assertThat(file).hasContent(newer);
    }

    @Test
    void anInterruptedThreadReadsDeletesAndSetsAside() {
        journal.write(BindingRecords.full());
        Thread.currentThread().interrupt();
        assertThat(journal.read()).isPresent();
        journal.setAside();
        journal.write(BindingRecords.full());
        journal.delete();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(FileBindingJournal.list(directory)).isEmpty();
    }

    @Test
    void whatStandsBesideTheJournalsIsNotListed() {
        BindingLock lock = BindingLock.acquire(directory, POD, "eth0", Duration.ZERO);
        FileBindingJournal.of(directory, POD, "net1").write(BindingRecords.full());
        FileBindingJournal.of(directory, POD, "net1").setAside();
        FileBindingJournal.of(directory, POD, "eth0.json.tmp").write(BindingRecords.full());
        FileBindingJournal.of(directory, POD, "eth0").write(BindingRecords.full());

        assertThat(FileBindingJournal.list(directory)).extracting(path -> path.getFileName().toString())
                .containsExactly("4-4711-eth0.json", "4-4711-eth0.json.tmp.json");
        lock.close();
    }
}
