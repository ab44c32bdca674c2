package health.chiron.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparingADataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void its_parts_are_closed_to_other_users() throws IOException {
        DataFolder data = new DataFolder(folder.resolve("with a space"));
        data.prepare();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.outbox())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_file_in_its_place_is_one_sentence() throws IOException {
        Path file = Files.createFile(folder.resolve("run"));
        assertThatThrownBy(() -> new DataFolder(file).prepare())
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("choose another one with --data");
    }

    @Test
    void a_nearly_full_disk_is_one_sentence_with_the_numbers() {
        assertThatThrownBy(() -> DataFolder.requireSpace(folder, 700L * 1024 * 1024))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("only 700 MB left")
                .hasMessageContaining("1500 MB");
    }

    @Test
    void a_second_holder_of_its_lock_is_refused_until_the_first_lets_go() {
        Path file = folder.resolve(".lock");
        try (FolderLock first = FolderLock.take(file, "taken")) {
            assertThatThrownBy(() -> FolderLock.take(file, "taken")).hasMessage("taken");
        }
        try (FolderLock next = FolderLock.take(file, "taken")) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void deleting_removes_links_and_leaves_what_they_point_to() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createFile(outside.resolve("kept"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createSymbolicLink(data.resolve("link"), outside);
        DataFolder.delete(data);
        assertThat(data).doesNotExist();
        assertThat(outside.resolve("kept")).exists();
    }
}
