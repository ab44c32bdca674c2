package health.chiron.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoosingTheFilesOfAnImportTest {
    @TempDir
    private Path folder;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "{}");
        }
    }

    @Test
    void hospitals_and_practitioners_come_before_patients() throws IOException {
        files("B.json", "practitionerInformation1.json", "A.json", "hospitalInformation1.json", "notes.txt");

        assertThat(ImportFiles.of(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("hospitalInformation1.json", "practitionerInformation1.json", "A.json", "B.json");
    }

    @Test
    void a_folder_of_synthea_keeps_them_one_deeper() throws IOException {
        files("fhir/A.json", "metadata/run.json");

        assertThat(ImportFiles.of(folder)).containsExactly(folder.resolve("fhir/A.json"));
    }

    @Test
    void a_single_file_is_taken_whatever_its_name() throws IOException {
        files("bundle");

        assertThat(ImportFiles.of(folder.resolve("bundle"))).containsExactly(folder.resolve("bundle"));
    }

    @Test
    void nothing_to_import_is_said() {
        assertThatThrownBy(() -> ImportFiles.of(folder)).isInstanceOf(LauncherException.class);
        assertThatThrownBy(() -> ImportFiles.of(folder.resolve("gone"))).isInstanceOf(LauncherException.class);
    }
}
