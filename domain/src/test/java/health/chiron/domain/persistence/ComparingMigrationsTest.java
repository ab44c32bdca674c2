package health.chiron.domain.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.persistence.OwnMigrations.Applied;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparingMigrationsTest {
    private static final OwnMigrations TWO = new OwnMigrations(Map.of(BigInteger.ONE, 11, BigInteger.TWO, -22));
    private static final Applied FIRST = new Applied("0001", 11, true);
    private static final Applied SECOND = new Applied("0002", -22, true);

    @Test
    void the_same_ones_fit() {
        assertThat(TWO.mismatch(List.of(SECOND, FIRST))).isEmpty();
    }

    @Test
    void none_or_too_few_do_not_fit() {
        assertThat(TWO.mismatch(List.of())).hasValue("migration 1 is missing");
        assertThat(TWO.mismatch(List.of(FIRST))).hasValue("migration 2 is missing");
    }

    @Test
    void a_failed_one_does_not_fit() {
        assertThat(TWO.mismatch(List.of(FIRST, new Applied("0002", -22, false))))
                .hasValue("migration 2 has failed");
    }

    @Test
    void an_unknown_one_is_a_newer_database() {
        assertThat(TWO.mismatch(List.of(FIRST, SECOND, new Applied("0003", 33, true))))
                .hasValue("the database is newer: this build does not know migration 3");
    }

    @Test
    void a_changed_one_does_not_fit() {
        assertThat(TWO.mismatch(List.of(FIRST, new Applied("0002", 23, true))))
                .hasValue("migration 2 is not the one of this build");
        assertThat(TWO.mismatch(List.of(FIRST, new Applied("0002", null, true))))
                .hasValue("migration 2 is not the one of this build");
    }

    @Test
    void the_checksum_is_the_one_that_flyway_notes_and_knows_no_line_ends() {
        assertThat(OwnMigrations.checksum("CREATE TABLE a (b int);\nSELECT 1;\n"))
                .isEqualTo(OwnMigrations.checksum("CREATE TABLE a (b int);\r\nSELECT 1;"))
                .isNotEqualTo(OwnMigrations.checksum("CREATE TABLE a (b int);\nSELECT 2;\n"));
    }

    @Test
    void the_build_brings_every_migration_in_the_folders() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            List<Applied> all = files.filter(file -> file.toString().endsWith(".sql"))
                    .map(ComparingMigrationsTest::applied)
                    .toList();
            assertThat(all).hasSizeGreaterThan(7);
            assertThat(OwnMigrations.ofThisBuild().mismatch(all)).isEmpty();
        }
    }

    private static Applied applied(Path file) {
        try {
            String version = file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1");
            return new Applied(version, OwnMigrations.checksum(Files.readString(file)), true);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
