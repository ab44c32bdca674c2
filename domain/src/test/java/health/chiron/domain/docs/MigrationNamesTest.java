package health.chiron.domain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MigrationNamesTest {
    private static final Path MIGRATIONS = NumberedFiles.repository().resolve("domain/src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V([0-9]{4})__[a-z]+(?:_[a-z0-9]+)+\\.sql");

    private static List<Path> all() throws IOException {
        return NumberedFiles.in(MIGRATIONS, "");
    }

    private static List<String> names() throws IOException {
        return all().stream().map(file -> file.getFileName().toString()).toList();
    }

    @Test
    void versions_are_unique_over_all_folders() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(new NumberedFiles(NAME).faults(names())).isEmpty();
    }

    @Test
    void two_branches_that_took_the_same_version_are_found() {
        assertThat(new NumberedFiles(NAME)
                        .faults(List.of(
                                "V0001__access_accounts.sql", "V0002__records_notes.sql", "V0002__access_shares.sql")))
                .containsExactly("number 2 is used twice");
    }

    @Test
    void a_name_begins_with_the_schema_whose_folder_it_lies_in() throws IOException {
        for (Path migration : all()) {
            String schema = migration.getParent().getFileName().toString();
            assertThat(migration.getFileName().toString()).matches("V[0-9]{4}__" + schema + "_.*");
            assertThat(migration.getParent().getParent()).isEqualTo(MIGRATIONS);
        }
    }

    @Test
    void the_first_line_says_why() throws IOException {
        for (Path migration : all()) {
            assertThat(Files.readAllLines(migration).get(0))
                    .as(migration.toString())
                    .matches("-- .{20,}");
        }
    }
}
